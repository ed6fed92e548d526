import type { Message } from '#libs/contracts';
import { happened, type Batch } from '#libs/kernel';
import { testBrokers } from '#libs/testing';
import { Controller, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { KafkaTransport, messaging, messagingMigrations, On, WritePath } from '../src/index.js';
import { stepsOn } from './transport-kit.js';

/** A service in a process of its own; its arguments are the database's address, its name and the topic. */
const [url, service, topic] = process.argv.slice(2) as [string, string, string];

@Controller()
class Listener {
  constructor(@Inject(WritePath) private readonly writes: WritePath) {}

  @On(stepsOn(topic))
  step(batch: Batch<Message>) {
    return this.writes.run(batch, async (_tx, items) => items.map(({ data }) => happened(data)));
  }
}

@Module({
  imports: [
    messaging({ service, brokers: testBrokers(), database: { url, migrations: messagingMigrations } }),
  ],
  controllers: [Listener],
})
class Service {}

const app = await NestFactory.create(Service, new FastifyAdapter(), { logger: ['fatal', 'error'] });
app.connectMicroservice({ strategy: app.get(KafkaTransport) });
await app.startAllMicroservices();
await app.init();
