/**
 * How to add a service.
 *
 * A service is a folder `apps/<service>/src` of the one shape: `domain`, `use-cases`, `inbound`, `outbound`, one module
 * and a `main.ts` under 30 lines. It shares nothing with the others but the topics, and has a database of its own. What
 * every service needs comes from the libraries, and the module names it:
 *
 * - `messaging(…)`: database with migrations, write path, event log, relay, positions, parking, transport;
 * - `access(…)`: who is asking; a route that says neither `@Allow` nor `@Public` is closed, and a test finds it;
 * - `observability(…)` with `watchMessaging`: logs, metrics, health;
 * - `createHttpApp`: problems, limits, OpenAPI.
 *
 * The service of this chapter is whole: it hears who registers and tells how many came through each channel. In the
 * project its classes would be files, in the folders that the comments name.
 *
 * Then the system has to know of it. Its name is added to `ServiceName` in `libs/contracts/src/define.ts`, where the writers
 * of topics are listed; from then on `npm run check -- types` names the places that must know each service: its database,
 * its module in the documents, its topics, what is sent to it in the tests of bad input and of its operations, and what is
 * done to it by the fault kit, which has a list of its own. The compiler does not read
 *
 * - `SERVICES` in `tools/stack/infrastructure/infrastructure.ts`, which are started, watched and tried, in this order;
 * - `nest-cli.json` and `docker-compose.yml`, for its program.
 *
 * A topic that it writes goes into `libs/contracts/src/topics.ts`. The import table holds for the new folder without a
 * word, and `npm run docs` shows what it hears.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memberRegistered, membersTopic, type MessageOf } from '#libs/contracts';
import { access, createHttpApp, findRoutesWithoutRule, Public } from '#libs/http';
import { happened, ignored, type Batch, type Outcome } from '#libs/kernel';
import {
  connectKafka,
  ensureTopics,
  KafkaTransport,
  messaging,
  messagingMigrations,
  On,
  watchMessaging,
  WritePath,
} from '#libs/messaging';
import { Health, Metrics, observability } from '#libs/observability';
import { Database } from '#libs/persistence';
import {
  dropDatabase,
  eventually,
  freshDatabaseUrl,
  openIssuer,
  outgoing,
  testBrokers,
  type TokenIssuer,
} from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Param, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CopiedTree } from '../../tools/mutations/copied-tree.js';
import { SERVICES } from '../../tools/stack/infrastructure/infrastructure.js';
import { projectRoot } from '../../tools/stack/project-root.js';
import { filesNamedIn, typeErrorsIn } from './kit/compiled.js';

type Registration = MessageOf<typeof memberRegistered>;

// use-cases/arrivals.ts: the port, in the words of its user
abstract class Arrivals {
  /** Keeps who came; one outcome for each, in order. */
  abstract keep(batch: Batch<Registration>): Promise<readonly Outcome<Registration>[]>;
  abstract countThrough(channelCode: string): Promise<number>;
}

// use-cases/count-arrivals-when-registered.ts
class CountArrivalsWhenRegistered {
  constructor(private readonly arrivals: Arrivals) {}

  handle(batch: Batch<Registration>) {
    return this.arrivals.keep(batch);
  }
}

// inbound/kafka/members.listener.ts
@Controller()
class MembersListener {
  constructor(private readonly countArrivals: CountArrivalsWhenRegistered) {}

  @On(memberRegistered)
  registered(batch: Batch<Registration>) {
    return this.countArrivals.handle(batch);
  }
}

// inbound/http/arrivals.controller.ts
@Controller('v1/arrivals')
class ArrivalsController {
  constructor(private readonly arrivals: Arrivals) {}

  @Get(':channel')
  @Public()
  async count(@Param('channel') channel: string) {
    return { channel, persons: await this.arrivals.countThrough(channel) };
  }
}

// outbound/persistence/migrations/create-arrival-table.ts
class CreateArrivalTable1700000900000 implements MigrationInterface {
  readonly name = 'CreateArrivalTable1700000900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table arrival (membership_id uuid primary key, channel text not null)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table arrival');
  }
}

// outbound/persistence/postgres-arrivals.ts
const KEEP = `
  insert into arrival (membership_id, channel) select * from unnest($1::uuid[], $2::text[])
  on conflict do nothing returning membership_id`;

class PostgresArrivals extends Arrivals {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
  ) {
    super();
  }

  override keep(batch: Batch<Registration>) {
    return this.writes.run(batch, async (tx, told): Promise<Outcome<Registration>[]> => {
      const rows = await tx.query<{ membership_id: string }>(KEEP, [
        told.map(({ data }) => data.membershipId),
        told.map(({ data }) => data.channel.code),
      ]);
      const kept = new Set(rows.map(({ membership_id }) => membership_id));
      return told.map((one) => (kept.delete(one.data.membershipId) ? happened(one) : ignored('redelivery')));
    });
  }

  override async countThrough(channelCode: string): Promise<number> {
    const sql = 'select count(*)::int as persons from arrival where channel = $1';
    const [row] = await this.database.query<{ persons: number }>(sql, [channelCode]);
    return row!.persons;
  }
}

// arrivals.module.ts: the only file that knows both edges
class ArrivalsModule {}

const arrivalsModule = (given: {
  readonly service: string;
  readonly brokers: readonly string[];
  readonly databaseUrl: string;
  readonly dataFolder: string;
}): DynamicModule => ({
  module: ArrivalsModule,
  imports: [
    observability({ service: given.service, level: 'silent' }),
    access({ dataFolder: given.dataFolder }),
    messaging({
      service: given.service,
      brokers: given.brokers,
      database: {
        url: given.databaseUrl,
        migrations: [...messagingMigrations, CreateArrivalTable1700000900000],
      },
    }),
  ],
  controllers: [MembersListener, ArrivalsController],
  providers: [
    {
      provide: Arrivals,
      inject: [Database, WritePath],
      useFactory: (database: Database, writes: WritePath) => new PostgresArrivals(database, writes),
    },
    {
      provide: CountArrivalsWhenRegistered,
      inject: [Arrivals],
      useFactory: (arrivals: Arrivals) => new CountArrivalsWhenRegistered(arrivals),
    },
    watchMessaging(Health, Metrics),
  ],
});

// main.ts
const start = async (module: DynamicModule): Promise<NestFastifyApplication> => {
  const app = await createHttpApp(module, { title: 'Arrivals' });
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
  await app.init();
  return app;
};

describe('the new service', () => {
  const brokers = testBrokers();
  const databaseUrl = freshDatabaseUrl('guide_arrivals');
  const service = `arrivals-${randomUUID()}`;
  const kafka = connectKafka({ brokers, clientId: `${service}-test` });
  let tokens: TokenIssuer;
  let app: NestFastifyApplication;
  const personsThrough = async (channel: string) =>
    (await app.inject(`/v1/arrivals/${channel}`)).json<{ persons: number }>().persons;

  beforeAll(async () => {
    tokens = await openIssuer();
    await ensureTopics(brokers, [membersTopic]);
    app = await start(arrivalsModule({ service, brokers, databaseUrl, dataFolder: tokens.dataFolder }));
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await kafka.close();
    await dropDatabase(databaseUrl);
    await tokens.close();
  }, 30_000);

  it('counts each arrival once, however often it is told', async () => {
    const channel = { kind: 'market' as const, code: `MARKET-${randomUUID()}`, campaign: null };
    const arrival = () =>
      outgoing(memberRegistered, { membershipId: randomUUID(), personId: randomUUID(), channel });
    const [first, second] = [arrival(), arrival()];
    const producer = await kafka.producer();
    await producer.send([first, first, second]);
    await eventually(async () => (await personsThrough(channel.code)) === 2);
    await producer.send([first, arrival()]);
    await eventually(async () => (await personsThrough(channel.code)) === 3);
  }, 60_000);

  it('is ready when it has read what there is, and tells its figures', async () => {
    await eventually(async () => (await app.inject('/health/ready')).statusCode === 200);
    expect((await app.inject('/metrics')).body).toContain(service);
  }, 60_000);

  it('has a rule for each route', () => expect(findRoutesWithoutRule(app)).toEqual([]));
});

describe('the system', () => {
  let copy: CopiedTree;
  beforeAll(async () => {
    copy = await CopiedTree.of(projectRoot);
  }, 60_000);
  afterAll(() => copy.remove());

  it('is written so that the compiler names what a new service is missing from', async () => {
    const define = join(copy.root, 'libs/contracts/src/define.ts');
    const text = readFileSync(define, 'utf8');
    const [before, after] = ["export type ServiceName = '", "export type ServiceName = 'arrivals' | '"];
    expect(text).toContain(before);
    writeFileSync(define, text.replace(before, after));
    expect(filesNamedIn(await typeErrorsIn(copy.root))).toEqual([
      'libs/contracts/src/topics.spec.ts',
      'test/bad-input/kit/services.ts',
      'tools/faults/inflict/data.ts',
      'tools/faults/run/lookout.ts',
      'tools/faults/run/operator.ts',
      'tools/faults/world/services.ts',
      'tools/long/kit/known/known-in.ts',
      'tools/message-map/testing/modules.ts',
      'tools/stack/infrastructure/infrastructure.ts',
    ]);
  }, 300_000);

  it.each(['nest-cli.json', 'docker-compose.yml'])('names each service in %s', (path) => {
    const text = readFileSync(join(projectRoot, path), 'utf8');
    for (const name of SERVICES) expect(text).toContain(name);
  });

  it('starts each service that there is', () => {
    const apps = readdirSync(join(projectRoot, 'apps'));
    const services = apps.filter((name) => existsSync(join(projectRoot, 'apps', name, 'src/main.ts')));
    expect(services.sort()).toEqual([...SERVICES].sort());
  });
});
