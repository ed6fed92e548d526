import { allTopics, checkpointOfTopic } from '#libs/contracts';
import { ParkedMessages } from '#libs/kernel';
import { onceThere, openDatabase, Database, type DatabaseOptions } from '#libs/persistence';
import {
  Injectable,
  Logger,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { connectKafka } from './client/kafkajs-client.js';
import type { KafkaClient } from './client/kafka-client.js';
import { KafkaTransport } from './consume/kafka-transport.js';
import { ParkedCipher, type ParkingSecrets } from './consume/parked-cipher.js';
import { EventLog } from './events/event-log.js';
import { Relay } from './events/relay.js';
import { AccountForCopies1700000000600 } from './migrations/account-for-copies.js';
import { KeepAccounts1700000000400 } from './migrations/keep-accounts.js';
import { CompleteParking1700000000100 } from './migrations/complete-parking.js';
import { CreateMessagingTables1700000000000 } from './migrations/create-messaging-tables.js';
import { KnowPassedOverEvents1700000000300 } from './migrations/know-passed-over-events.js';
import { KnowTheCluster1700000000200 } from './migrations/know-the-cluster.js';
import { SealKeys1700000000500 } from './migrations/seal-keys.js';
import { ParkedKeeper } from './parked/parked-keeper.js';
import { parkedProviders } from './parked/parked.providers.js';
import { sealKeys } from './parked/seal-keys.js';
import { Accountant } from './proof/accountant.js';
import { Accounting } from './proof/accounting.js';
import { WritePath } from './write-path.js';

/** The tables that messaging needs in each service's database. */
export const messagingMigrations = [
  CreateMessagingTables1700000000000,
  CompleteParking1700000000100,
  KnowTheCluster1700000000200,
  KnowPassedOverEvents1700000000300,
  KeepAccounts1700000000400,
  SealKeys1700000000500,
  AccountForCopies1700000000600,
];

/** The injection token of the one Kafka client of a service. */
export const KAFKA = 'KafkaClient';

export interface MessagingOptions {
  /** Name of the service: `ce_source`, client id and consumer group. */
  readonly service: string;
  readonly brokers: readonly string[];
  readonly database: DatabaseOptions;
  /** Whether account is kept of what is read: see `libs/messaging/src/proof`. */
  readonly accounts?: boolean;
  /** What parked inbound messages are kept under; only services with an inbound topic need it. */
  readonly parking?: ParkingSecrets;
}

/** Exit code of a process that must not go on (EX_SOFTWARE of sysexits.h). */
const EXIT_FATAL = 70;

const logger = new Logger('Messaging');

const endProcess = (error: Error): void => {
  logger.fatal(`${error.name}: ${error.message}`);
  setTimeout(() => process.exit(EXIT_FATAL), 100); // lets the line be written
};

@Injectable()
class MessagingLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly relay: Relay,
    private readonly kafka: KafkaClient,
    private readonly database: Database,
    private readonly accounting: Accounting | null,
  ) {}

  onApplicationBootstrap(): void {
    this.relay.start();
    this.accounting?.start();
  }

  /** Runs after HTTP and the consumer have drained. What they wrote last is published by whoever comes next. */
  async onApplicationShutdown(): Promise<void> {
    await this.accounting?.stop();
    await this.relay.stop();
    await this.kafka.close();
    await this.database.close();
  }
}

const transportOf =
  (options: MessagingOptions) =>
  (kafka: KafkaClient, database: Database, writes: WritePath): KafkaTransport =>
    new KafkaTransport({
      consumer: options.service,
      kafka,
      database,
      writes,
      accounts: options.accounts ?? false,
      cipher: options.parking ? new ParkedCipher(options.parking) : null,
      fatal: endProcess,
      bug: (error) => logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    });

/** At once, and not when the service has started, as all else that is said before. */
const tellOfWaiting = ({ message }: Error): void => {
  logger.warn(`The database is away and is waited for: ${message}`);
  Logger.flush();
};

/** The service's database, in which no key of a parked inbound message can be read. */
const openSealed = async ({ database: at, parking }: MessagingOptions): Promise<Database> => {
  const database = await openDatabase(at);
  if (parking) await sealKeys(database, new ParkedCipher(parking));
  return database;
};

/** Accounts of what a service says on its lasting topics; null where it has none. */
const accountingOf = (
  service: string,
  database: Database,
  events: EventLog,
  relay: Relay,
): Accounting | null => {
  const isKept = allTopics.some(({ name, writer }) => writer === service && checkpointOfTopic(name));
  if (!isKept) return null;
  return new Accounting(new Accountant(database, events), relay, (error) =>
    logger.error({ msg: 'the account of what was said does not go on', err: error }),
  );
};

class MessagingModule {}

/** Database, event log, relay, write path and transport of a service. */
export const messaging = (options: MessagingOptions): DynamicModule => ({
  module: MessagingModule,
  providers: [
    {
      provide: KAFKA,
      useFactory: () => connectKafka({ brokers: options.brokers, clientId: options.service }),
    },
    { provide: Database, useFactory: () => onceThere(() => openSealed(options), tellOfWaiting) },
    {
      provide: Relay,
      inject: [Database, KAFKA],
      useFactory: (database: Database, kafka: KafkaClient) =>
        new Relay(database, kafka, `/cakupan/${options.service}`),
    },
    EventLog,
    {
      provide: WritePath,
      inject: [Database, Relay],
      useFactory: (database: Database, relay: Relay) => new WritePath(database, relay),
    },
    { provide: KafkaTransport, inject: [KAFKA, Database, WritePath], useFactory: transportOf(options) },
    ...parkedProviders(options),
    {
      provide: MessagingLifecycle,
      inject: [Relay, KAFKA, Database, EventLog],
      useFactory: (relay: Relay, kafka: KafkaClient, database: Database, events: EventLog) =>
        new MessagingLifecycle(
          relay,
          kafka,
          database,
          accountingOf(options.service, database, events, relay),
        ),
    },
  ],
  exports: [KAFKA, Database, Relay, EventLog, WritePath, KafkaTransport, ParkedKeeper, ParkedMessages],
});
