import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Transport, type MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { naiveModule } from './naive.module.js';
import type { NaivePlace } from './place.js';

/** The same number of partitions as the topics have. */
const PARTITIONS = 12;

const place = JSON.parse(process.argv[2]!) as NaivePlace;
const pipe = () => new ValidationPipe({ transform: true, whitelist: true });

const overHttp = async (): Promise<void> => {
  const app = await NestFactory.create<NestFastifyApplication>(naiveModule(place), new FastifyAdapter(), {
    logger: ['error', 'warn'],
  });
  app.useGlobalPipes(pipe());
  await app.listen(place.port, '127.0.0.1');
};

/** All partitions at once, of two topics where two are read. */
const partitionsAtOnce = (): number => (place.role === 'projection' ? 2 * PARTITIONS : PARTITIONS);

const overKafka = async (): Promise<void> => {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(naiveModule(place), {
    logger: ['error', 'warn'],
    transport: Transport.KAFKA,
    options: {
      client: { clientId: 'naive', brokers: [...place.brokers] },
      consumer: { groupId: place.group },
      subscribe: { fromBeginning: true },
      run: { partitionsConsumedConcurrently: partitionsAtOnce() },
    },
  });
  app.useGlobalPipes(pipe());
  await app.listen();
};

const withoutListening = async (): Promise<void> => {
  await NestFactory.createApplicationContext(naiveModule(place), { logger: ['error', 'warn'] });
};

if (place.role === 'requests') await overHttp();
else if (place.role === 'relay' || place.role === 'tables') await withoutListening();
else await overKafka();
process.send!('ready');
