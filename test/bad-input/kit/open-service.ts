import { randomUUID } from 'node:crypto';
import { createHttpApp } from '#libs/http';
import type { Batch, Outcome } from '#libs/kernel';
import { KAFKA, KafkaTransport, WritePath, type KafkaClient, type Wakes } from '#libs/messaging';
import { Database, type Transaction } from '#libs/persistence';
import { beginBehind, dropDatabase } from '#libs/testing';
import type { DynamicModule, FactoryProvider, Provider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Service } from './services.js';

/** What a service made of a message, and when that was committed: ms of the monotonic clock. */
export interface Taken {
  readonly kind: Outcome<unknown>['kind'];
  readonly at: number;
}

export interface OpenService extends Service {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly transport: KafkaTransport;
  /** By event id. */
  readonly taken: ReadonlyMap<string, Taken>;
  close(): Promise<void>;
}

/** The write path of the service, with an eye on what went through. */
class WatchedWritePath extends WritePath {
  constructor(
    database: Database,
    relay: Wakes,
    private readonly taken: Map<string, Taken>,
  ) {
    super(database, relay);
  }

  override async run<Item, O extends Outcome<unknown>>(
    batch: Batch<Item>,
    work: (tx: Transaction, items: readonly Item[]) => Promise<readonly O[]>,
  ): Promise<readonly O[]> {
    let opened: readonly Item[] = [];
    const outcomes = await super.run<Item, O>(batch, (tx, items) => {
      opened = items;
      return work(tx, items);
    });
    const at = performance.now();
    outcomes.forEach(({ kind }, index) => {
      const { eventId } = opened[index] as { eventId?: string };
      if (eventId !== undefined && !this.taken.has(eventId)) this.taken.set(eventId, { kind, at });
    });
    return outcomes;
  }
}

type Change = (provider: FactoryProvider) => FactoryProvider;

const isFactory = (provider: Provider): provider is FactoryProvider =>
  'useFactory' in (provider as Partial<FactoryProvider>);

/** The module with some of the providers of the modules that it imports changed. */
const withChanged = (module: DynamicModule, changes: ReadonlyMap<unknown, Change>): DynamicModule => ({
  ...module,
  imports: (module.imports as readonly DynamicModule[]).map((imported) => ({
    ...imported,
    providers: (imported.providers ?? []).map((provider) => {
      const change = isFactory(provider) && changes.get(provider.provide);
      return change ? change(provider) : provider;
    }),
  })),
});

/** A consumer group of the run's own: others may run the same service on the same broker. */
const inOwnGroup = (kafka: KafkaClient): KafkaClient => ({
  producer: (options) => kafka.producer(options),
  consume: (options) => kafka.consume({ ...options, groupId: `${options.groupId}-${randomUUID()}` }),
  ends: (topics) => kafka.ends(topics),
  placesAt: (topic, instantsMs) => kafka.placesAt(topic, instantsMs),
  clusterId: () => kafka.clusterId(),
  close: () => kafka.close(),
});

/** Starts a service as its `main.ts` does, over HTTP only in memory. Without brokers to reach it does not listen to topics. */
export const openService = async (
  service: Service,
  brokers: readonly string[] | null,
): Promise<OpenService> => {
  if (brokers) await beginBehind(brokers, { consumer: service.name, databaseUrl: service.databaseUrl });
  const taken = new Map<string, Taken>();
  const changes = new Map<unknown, Change>([
    [KAFKA, (given) => ({ ...given, useFactory: () => inOwnGroup(given.useFactory() as KafkaClient) })],
    [
      WritePath,
      (given) => ({
        ...given,
        useFactory: (database: Database, relay: Wakes) => new WatchedWritePath(database, relay, taken),
      }),
    ],
  ]);
  const app = await createHttpApp(withChanged(service.module, changes), service.options);
  const transport = app.get(KafkaTransport);
  if (brokers) {
    app.connectMicroservice({ strategy: transport });
    await app.startAllMicroservices();
  }
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    ...service,
    app,
    database: app.get(Database),
    transport,
    taken,
    close: async () => {
      await app.close();
      await dropDatabase(service.databaseUrl);
    },
  };
};
