import type { DynamicModule, Type } from '@nestjs/common';
import { ClientsModule, Transport } from '@nestjs/microservices';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PaymentsController } from './payments.controller.js';
import type { NaivePlace, NaiveRole } from './place.js';
import { ProjectionController } from './projection.controller.js';
import { NaiveRelay } from './relay.js';
import { RequestsController } from './requests.controller.js';
import { SignUpsController } from './sign-ups.controller.js';
import { TABLES } from './tables.js';
import { OUT } from './publish.js';

const CONTROLLERS: Readonly<Record<NaiveRole, readonly Type[]>> = {
  projection: [ProjectionController],
  'sign-ups': [SignUpsController],
  payments: [PaymentsController],
  requests: [RequestsController],
  relay: [],
  tables: [],
};

/** Enough that no partition waits for a connection; of 64 requests at a time half do, for two processors. */
const POOL_SIZES: Readonly<Record<NaiveRole, number>> = {
  projection: 28,
  'sign-ups': 16,
  payments: 16,
  requests: 32,
  relay: 4,
  tables: 1,
};

class NaiveModule {}

/** One service as it is often written: a handler for each message, and the ORM for each row. */
export const naiveModule = ({ role, brokers, database, group }: NaivePlace): DynamicModule => ({
  module: NaiveModule,
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: database,
      entities: TABLES,
      synchronize: true,
      entityPrefix: 'naive_',
      poolSize: POOL_SIZES[role],
    }),
    ClientsModule.register([
      {
        name: OUT,
        transport: Transport.KAFKA,
        options: {
          client: { clientId: 'naive', brokers: [...brokers] },
          consumer: { groupId: group },
          producer: { allowAutoTopicCreation: false },
          producerOnlyMode: true,
        },
      },
    ]),
  ],
  controllers: [...CONTROLLERS[role]],
  providers: role === 'relay' ? [NaiveRelay] : [],
});
