import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { System } from '../../long/kit/system.js';
import { checkInvariants, checkLog, type Invariant, type Verdicts } from '../check/check.js';
import { kafkaLog, type Log, type Logged, type PartitionEnds } from '../check/gather/log.js';
import { CONTRIBUTIONS, MEMBERS, SERVICES, SIGN_UP_RESULTS, TOPICS } from '../check/topics.js';
import { prepare, startLoad, type Ledger, type Target } from '../load/load.js';
import type { ServiceName } from '../load/target.js';

const SEED = 11;
const INPUTS = 400;
const READY_MS = 240_000;
const SETTLED_MS = 120_000;

type Databases = Record<ServiceName, string>;

interface Given {
  readonly ledger: Ledger;
  readonly messages: readonly Logged[];
  readonly ends: readonly PartitionEnds[];
  readonly databases: Databases;
}

const withDatabase = (url: string, name: string) => {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
};

const run = async (url: string, sql: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const done = await client.query(sql);
    return Array.isArray(done) ? 0 : (done.rowCount ?? 0);
  } finally {
    await client.end();
  }
};

/** Copies of the databases in which nothing moves any more, whatever the services go on to do. */
const still = async (databases: Databases): Promise<Databases> => {
  const admin = withDatabase(databases.enrollment, 'postgres');
  const copies: [ServiceName, string][] = [];
  for (const service of SERVICES) {
    const name = new URL(databases[service]).pathname.slice(1);
    await run(admin, `alter database ${name} with allow_connections = false`);
    await run(admin, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    await run(admin, `create database still_${service} template ${name}`);
    copies.push([service, withDatabase(admin, `still_${service}`)]);
  }
  return Object.fromEntries(copies) as Databases;
};

const logOf = (messages: readonly Logged[], ends: readonly PartitionEnds[]): Log => ({
  ends: async () => ends,
  read: async (_ends, take, flush) => {
    messages.forEach(take);
    await flush();
  },
});

const recorded = async (log: Log, ends: readonly PartitionEnds[]): Promise<Logged[]> => {
  const messages: Logged[] = [];
  await log.read(
    ends,
    (message) => messages.push(message),
    async () => undefined,
  );
  return messages;
};

const violated = (verdicts: Verdicts): Invariant[] =>
  (Object.keys(verdicts) as Invariant[]).filter((one) => verdicts[one].violations.length > 0);

/** A message with other headers or another content. */
const altered = (
  message: Logged,
  { headers = {}, ...more }: { headers?: Record<string, string>; value?: Buffer; offset?: bigint },
): Logged => ({ ...message, ...more, header: (name) => headers[name] ?? message.header(name) });

const isOf = (type: string) => (message: Logged) => message.header('ce_type') === `id.cakupan.${type}`;
const isPaid = isOf('contribution.contribution-paid.v1');

const without = (messages: readonly Logged[], one: Logged) => messages.filter((message) => message !== one);

/** Numbers 1 and 2 of a membership that was paid for twice. */
const twoOfOne = (messages: readonly Logged[]): [Logged, Logged] => {
  const second = messages.find((message) => isPaid(message) && message.header('ce_sequence') === '2')!;
  const first = messages.find(
    (message) =>
      isPaid(message) &&
      message.header('ce_sequence') === '1' &&
      message.header('ce_subject') === second.header('ce_subject'),
  )!;
  return [first, second];
};

type FalsifyLog = (messages: readonly Logged[]) => readonly Logged[];

const LOG_CASES: readonly (readonly [name: string, caught: Invariant, falsify: FalsifyLog])[] = [
  ['an event is missing from its topic', 'I2', (all) => without(all, all.find(isPaid)!)],
  ['the first of two events is missing', 'I5', (all) => without(all, twoOfOne(all)[0])],
  [
    'an event was published a second time as another one',
    'I5',
    (all) => {
      const paid = all.findLast(isPaid)!;
      const headers = { ce_id: randomUUID(), ce_sequence: '9' };
      return [...all, altered(paid, { headers, offset: paid.offset + 1_000n })];
    },
  ],
  [
    'a phantom lies on a topic',
    'I2',
    (all) => [
      ...all,
      altered(
        all.find((message) => message.topic === MEMBERS)!,
        {
          headers: { ce_subject: `membership/${randomUUID()}`, ce_id: randomUUID() },
        },
      ),
    ],
  ],
  [
    'two events have changed places',
    'I5',
    (all) => {
      const [first, second] = twoOfOne(all);
      return all.map((message) => {
        if (message === first) return altered(second, { offset: first.offset });
        return message === second ? altered(first, { offset: second.offset }) : message;
      });
    },
  ],
  [
    'an amount on a topic is another one',
    'I3',
    (all) => {
      const paid = all.find(isPaid)!;
      const value = Buffer.from(String(paid.value).replace(/"JKM":\d+/, '"JKM":1'));
      return all.map((message) => (message === paid ? altered(paid, { value }) : message));
    },
  ],
  [
    'an input that the broker acknowledged is lost',
    'I1',
    (all) =>
      without(
        all,
        all.find(({ topic }) => topic === 'gateway.payments.v1')!,
      ),
  ],
  [
    'an input lies on its topic that nobody sent',
    'I1',
    (all) => {
      const input = all.find(({ topic }) => topic === 'channel.sign-ups.v1')!;
      return [...all, altered(input, { headers: { ce_id: 'somebody-else' } })];
    },
  ],
  [
    'a cover is missing from the topics',
    'I4',
    (all) =>
      without(
        all,
        all.find((message) => message.topic === CONTRIBUTIONS && isPaid(message))!,
      ),
  ],
];

const DATABASE_CASES: readonly (readonly [
  name: string,
  caught: Invariant,
  service: ServiceName,
  sql: string,
])[] = [
  [
    'an event has no row',
    'I2',
    'claims',
    `delete from event where position = (select min(position) from event)`,
  ],
  [
    'the row of an event says something else',
    'I2',
    'enrollment',
    `update event set data = replace(data, '"sex"', '"sex" ') where position = (
       select min(position) from event where topic = '${MEMBERS}')`,
  ],
  [
    'the result of a sign-up is missing',
    'I1',
    'enrollment',
    `delete from event where position = (select min(position) from event where topic = '${SIGN_UP_RESULTS}')`,
  ],
  [
    'a sign-up was answered twice',
    'I1',
    'enrollment',
    `insert into event (lane, topic, key, subject, sequence, event_id, type, data, recorded_at, correlation_id, causation_id)
     select lane, topic, key, subject, sequence + 1000, gen_random_uuid(), type, data, recorded_at, correlation_id,
            causation_id from event where topic = '${SIGN_UP_RESULTS}' limit 1`,
  ],
  [
    'a payment was entered twice',
    'I6',
    'contribution',
    `insert into ledger_entry (lane, number, hash, kind, gateway, payment_id, recorded_at, accounts, amounts)
     select lane, number + 1000000, hash, kind, gateway, payment_id, recorded_at, accounts, amounts from ledger_entry
      where kind = 'received' limit 1`,
  ],
  [
    'an amount in the ledger is another one',
    'I3',
    'contribution',
    `update ledger_entry set amounts = array(select a * 2 from unnest(amounts) as a) where entry_id = (
       select min(entry_id) from ledger_entry where accounts::text like '%contributions:JKK%')`,
  ],
  [
    'the sum of an account is another one',
    'I3',
    'contribution',
    `update ledger_turnover set credits = credits + 1 where account = 'contributions:JKK' and lane = (
       select min(lane) from ledger_turnover where account = 'contributions:JKK')`,
  ],
  [
    'a person more is counted',
    'I4',
    'reporting',
    `update coverage_day set persons = persons + 1 where (measure, region, scope, effective_on, signature) = (
       select measure, region, scope, effective_on, signature from coverage_day where measure = 1 and region = 'ID' limit 1)`,
  ],
  [
    'a membership more has signed up in the funnel',
    'I4',
    'reporting',
    `update funnel_cell set memberships = memberships + 1
      where (region, registered_on, channel, channel_code, campaign, milestone) = (
       select region, registered_on, channel, channel_code, campaign, milestone from funnel_cell
        where region = 'ID' and milestone = 0 limit 1)`,
  ],
  [
    'a batch of the funnel was not added up',
    'I9',
    'reporting',
    `insert into funnel_batch (regions, registered_on, channels, channel_codes, campaigns, milestones, memberships)
     values ('{}', '{}', '{}', '{}', '{}', '{}', '{}')`,
  ],
  [
    'a benefit was counted with another amount',
    'I4',
    'reporting',
    'update benefit_fact set amount_rupiah = amount_rupiah - 1 where claim_id = (select min(claim_id::text)::uuid from benefit_fact)',
  ],
  [
    'an offset was skipped',
    'I7',
    'claims',
    `update consumer_position set next_offset = next_offset + 1 where topic = '${MEMBERS}' and partition = 3`,
  ],
  [
    'a message was applied without being counted',
    'I7',
    'reporting',
    `update reading set events = events - 1 where topic = '${MEMBERS}' and partition = 3`,
  ],
  [
    'an offset was taken twice',
    'I7',
    'reporting',
    `update reading_account set copies = copies + 1 where topic = '${CONTRIBUTIONS}' and partition = 5`,
  ],
  [
    'what came again was something else',
    'I7',
    'reporting',
    `update reading_account set copies_digest = copies_digest + 1 where topic = '${CONTRIBUTIONS}' and partition = 5`,
  ],
  [
    'a parked message is gone',
    'I8',
    'enrollment',
    'delete from parked_message where id = (select min(id) from parked_message)',
  ],
  [
    'a message is parked for another reason',
    'I8',
    'contribution',
    `update parked_message set reason = 'bug' where id = (select min(id) from parked_message)`,
  ],
  [
    'a good message is parked',
    'I8',
    'contribution',
    `insert into parked_message (consumer, topic, partition, log_offset, key, headers, value, encrypted, reason, detail)
     select consumer, topic, partition, 1000000, key, headers, value, encrypted, reason, detail from parked_message limit 1`,
  ],
  [
    'a key is held that nothing is parked of',
    'I8',
    'contribution',
    `insert into held_key (consumer, topic, partition, key_token)
     select consumer, topic, partition, 'nobody' from held_key limit 1`,
  ],
  [
    'the key of what is parked is not held',
    'I8',
    'enrollment',
    'delete from held_key where key_token = (select min(key_token) from held_key)',
  ],
  [
    'an event waits to be published',
    'I9',
    'enrollment',
    'update relay_cursor set position = position - 1 where lane = 0',
  ],
];

describe('the checker', () => {
  let system: System;
  let given: Given;
  /** What the checker said of the running system. */
  let live: Verdicts;

  const judge = (messages: readonly Logged[], databases = given.databases, isSwapped = false) =>
    checkLog(
      { log: logOf(messages, given.ends), databases, onPurpose: { isSwapped, isReread: false } },
      given.ledger,
    );

  beforeAll(async () => {
    system = await System.start(['--empty']);
    const { kafka, postgres, services } = system.stack;
    const target: Target = {
      kafka,
      services: Object.fromEntries(
        Object.entries(services).map(([name, url]) => [name, [url]]),
      ) as unknown as Target['services'],
      token: (role, more) => system.token(role, more),
    };
    await prepare(target, SEED);
    const load = startLoad(target, { seed: SEED, perSecond: INPUTS, limit: INPUTS });
    while (load.counts.sent < INPUTS) await sleep(200);
    const ledger = await load.stop();
    const evidence = { kafka, databases: postgres as Databases, target };
    const until = performance.now() + SETTLED_MS;
    live = await checkInvariants(evidence, ledger);
    while (live.I9.violations.length > 0 && performance.now() < until) {
      await sleep(1_000);
      live = await checkInvariants(evidence, ledger);
    }
    const log = kafkaLog(kafka);
    const ends = await log.ends(TOPICS.map(({ name }) => name));
    const messages = await recorded(log, ends);
    given = { ledger, messages, ends, databases: await still(evidence.databases) };
  }, READY_MS + SETTLED_MS);

  afterAll(() => system.remove());

  it('finds nothing where nothing is wrong', async () => {
    const verdicts = await judge(given.messages);
    for (const each of [live, verdicts])
      expect(Object.values(each).flatMap(({ violations }) => violations)).toEqual([]);
    expect(live.I4.checked).toBeGreaterThan(verdicts.I4.checked); // a running system answers as well
    for (const { checked } of Object.values(verdicts)) expect(checked).toBeGreaterThan(0);
    expect(given.ledger.tally()).toMatchObject({ unsent: 0, sent: 0 });
  });

  it('takes the same event published again for what it is', async () => {
    const again = given.messages.filter((_, index) => index % 7 === 0 && !isInbound(given.messages[index]!));
    expect(violated(await judge([...given.messages, ...again]))).toEqual([]);
  });

  it('forgives disorder that was mended where it was made on purpose, and nowhere else', async () => {
    const [first, second] = twoOfOne(given.messages);
    const isOfSame = ({ topic, header }: Logged) =>
      topic === first.topic && header('ce_subject') === first.header('ce_subject');
    const mended = [
      ...given.messages.map((message) => {
        if (message === first) return altered(second, { offset: first.offset });
        return message === second ? altered(first, { offset: second.offset }) : message;
      }),
      ...given.messages
        .filter((message) => isOfSame(message) && message !== first)
        .map((message) => altered(message, { offset: message.offset + 1_000n })),
    ];
    expect(violated(await judge(mended, given.databases, true))).toEqual([]);
    expect(violated(await judge(mended))).toEqual(['I5']);
  });

  it.each(LOG_CASES)('catches it when %s: %s', async (_name, caught, falsify) => {
    expect(violated(await judge(falsify(given.messages)))).toContain(caught);
  });

  it.each(DATABASE_CASES)('catches it when %s: %s', async (_name, caught, service, sql) => {
    const admin = withDatabase(given.databases[service], 'postgres');
    await run(admin, `create database falsified template still_${service}`);
    const falsified = withDatabase(admin, 'falsified');
    try {
      expect(await run(falsified, sql)).toBe(1);
      const verdicts = await judge(given.messages, { ...given.databases, [service]: falsified });
      expect(violated(verdicts)).toContain(caught);
    } finally {
      await run(admin, 'drop database falsified with (force)');
    }
  });
});

const isInbound = ({ topic }: Logged) => TOPICS.find(({ name }) => name === topic)!.writer === null;
