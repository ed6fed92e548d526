import {
  contributionsTopic,
  membersTopic,
  paymentIdentitiesTopic,
  paymentResultsTopic,
  paymentsTopic,
} from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { GATEWAY, paymentIdOf, paymentMessage, priceOf } from '../inputs/payments.js';
import { preload } from '../inputs/preload.js';
import { NAIVE_TOPIC } from '../naive/topics.js';
import { Digester } from '../outside/digester.js';
import { ReaderProcess } from '../outside/reader-process.js';
import type { Digest } from '../report/results.js';
import { allTaken } from '../rig/positions.js';
import { onRig, type Rig } from '../rig/rig.js';
import { catchUp } from './catch-up.js';
import { registerPeople } from './people.js';
import { counted, same } from './proofs.js';
import { inRounds, ratioOf } from './rounds.js';
import { makeNaiveTables, measureNaive } from './the-naive-way.js';
import type { Measurement } from './wish.js';

const PAYMENTS = 160_000;
/** Years ahead: whether a membership has lapsed does not depend on the day of the run. */
const MONTHS = ['2028-01', '2028-02'];
const SETTLED_AT = '2025-02-03T10:00:00+07:00';
const EVENTS_PER_PAYMENT = 2;
const PREPARED = 'prepared';
const WITHIN_MS = 600_000;

const FIELDS = {
  'id.cakupan.contribution.contribution-paid.v1': ['gateway', 'paymentId', 'amount'],
  'id.cakupan.contribution.payment-accepted.v1': ['gateway', 'paymentId'],
};

function* payments(seed: number, codes: readonly string[]): Generator<OutgoingMessage> {
  for (const month of MONTHS)
    for (const [person, paymentCode] of codes.entries())
      yield paymentMessage(seed, { person, paymentCode, months: [month], settledAt: SETTLED_AT });
}

const expectedDigest = (seed: number, persons: number): Digest => {
  const digester = new Digester();
  for (const month of MONTHS)
    for (let person = 0; person < persons; person += 1) {
      const payment = `${GATEWAY} ${paymentIdOf(seed, person, month)}`;
      const amount = priceOf(seed, person, 1);
      digester.add(`${payment} ${amount}`, amount);
      digester.add(payment);
    }
  return digester.digest;
};

const BOOKS = `
  select (select count(*) from payment_line where status = 'accepted')::integer as lines,
         (select coalesce(sum(amount), 0) from payment_line where status = 'accepted')::float8 as amount,
         (select count(*) from ledger_entry)::integer as entries,
         (select coalesce(sum(posting) filter (where posting > 0), 0) from ledger_entry, unnest(amounts) as posting)::float8
           as debits,
         (select coalesce(sum(posting), 0) from ledger_entry, unnest(amounts) as posting)::float8 as balance`;

interface Books extends Record<string, number> {
  lines: number;
  amount: number;
  entries: number;
  debits: number;
  balance: number;
}

/** A database in which contribution knows everybody who is going to pay. */
const prepare = async (rig: Rig, seed: number, persons: number): Promise<void> => {
  const codes = await registerPeople(rig, { seed, persons, database: 'people' });
  const contribution = await rig.start('contribution', await rig.databases.create(PREPARED));
  const topics = [membersTopic.name, paymentIdentitiesTopic.name];
  await allTaken(rig, { database: PREPARED, topics, withinMs: WITHIN_MS });
  await contribution.ready;
  await contribution.stop();
  await preload(rig.client, payments(seed, codes));
};

const round = async (rig: Rig, database: string, total: number, expected: Digest) => {
  await rig.databases.copy(PREPARED, database);
  const topics = [contributionsTopic.name, paymentResultsTopic.name];
  const awaited = total * EVENTS_PER_PAYMENT;
  const published = { topics, fields: FIELDS, amount: 'amount', awaited };
  const caughtUp = await catchUp(rig, {
    service: 'contribution',
    database,
    topics: [paymentsTopic.name],
    published,
  });
  const { lines, amount, entries, debits, balance } = await rig.databases.one<Books>(database, BOOKS);
  const read = caughtUp.read!;
  const { sum } = expected;
  const proofs = [
    same('what was published of the payments', expected, read.digest),
    counted('events published', awaited, read.count),
    same(
      'payments accepted, in rupiah',
      { count: total, sum, hash: '' },
      { count: lines, sum: amount, hash: '' },
    ),
    same(
      'debits of the ledger, in rupiah',
      { count: total, sum, hash: '' },
      { count: entries, sum: debits, hash: '' },
    ),
    counted('balance of the ledger', 0, balance),
  ];
  return { ...caughtUp, proofs };
};

const PAYERS = `
  insert into naive_payer ("paymentCode", "membershipId")
  select payment_code, membership_id from account where payment_code is not null`;

const naiveRound = async (rig: Rig, database: string, total: number, seconds: number | undefined) => {
  await rig.databases.copy(PREPARED, database);
  await makeNaiveTables(rig, database);
  await rig.databases.query(database, PAYERS);
  await rig.databases.query(database, 'analyze naive_payer');
  const awaited = total * EVENTS_PER_PAYMENT;
  const reader = await ReaderProcess.start(rig, { topics: [NAIVE_TOPIC.name], fields: {}, awaited });
  const done = async () => Math.floor((await reader.read()).count / EVENTS_PER_PAYMENT);
  const found = await measureNaive(rig, { role: 'payments', database, done, total, seconds });
  await reader.stop();
  return found;
};

/** How fast contribution settles payments that come over Kafka: to the ledger, and until others can read of it. */
export const settlePaymentsFromKafka: Measurement = ({ seed, rounds, events = PAYMENTS, seconds, say }) =>
  onRig(say, async (rig) => {
    const persons = Math.ceil(events / MONTHS.length);
    const total = persons * MONTHS.length;
    await rig.ensureTopics([NAIVE_TOPIC]);
    await prepare(rig, seed, persons);
    say(`${total} payments of ${persons} memberships lie on the topic`);
    const expected = expectedDigest(seed, persons);
    const found = await inRounds(
      rounds,
      (number) => round(rig, `ours_${number}`, total, expected),
      (number) => naiveRound(rig, `naive_${number}`, total, seconds),
    );
    const ours = found.ours.map(({ donePerSecond }) => donePerSecond);
    const ledger = found.ours.map(({ storedPerSecond }) => storedPerSecond);
    const naive = found.naive.map(({ perSecond }) => perSecond);
    return {
      name: 'payments',
      conditions: [
        `${total} payments for ${persons} memberships that enrollment had registered, on 12 partitions; each becomes a contribution, an entry of the ledger and two events.`,
        'To the ledger: the relay publishes meanwhile. Published: until another process has read everything. The naive way knows no prices, months, brackets, reliefs or reversals and publishes without an outbox.',
      ],
      figures: {
        'payments.ours': ours,
        'payments.ledger': ledger,
        'payments.naive': naive,
        'payments.ratio': [ratioOf(ours, naive)],
        'payments.peak': found.ours.map(({ cost }) => cost.peakMb),
      },
      proofs: found.ours.flatMap(({ proofs }) => proofs),
      costs: [...found.ours, ...found.naive].map(({ cost }) => cost),
    };
  });
