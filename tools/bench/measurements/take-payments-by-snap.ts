import { membersTopic } from '#libs/contracts';
import { memberMessages, MONTH_RUPIAH } from '../inputs/members.js';
import { preload } from '../inputs/preload.js';
import { GATEWAY, PAYMENT_PATH, SnapBank } from '../inputs/snap-bank.js';
import { answeredOtherwise, pace, press } from '../outside/caller.js';
import { digestOf } from '../outside/digester.js';
import { quantile } from '../report/statistics.js';
import { allTaken } from '../rig/positions.js';
import { onRig, type Rig } from '../rig/rig.js';
import { Meter } from './cost.js';
import { counted, same } from './proofs.js';
import type { Measurement, Wish } from './wish.js';

const PERSONS = 50_000;
const CONNECTIONS = 64;
const PACED_PER_SECOND = 1_500;
const SECONDS = 20;
const WARM_SECONDS = 5;
/** Numbers of payments of one phase, more than any can take. */
const PAYMENTS_PER_PHASE = 500_000;
const SUCCESS = 200;
const PREPARED = 'prepared';
const WITHIN_MS = 600_000;

const BOOKED = `select payment_id as id from payment where gateway = $1 and accepted = 1`;
const LEDGER = `
  select count(distinct (gateway, payment_id))::integer as count, coalesce(sum(posting) filter (where posting > 0), 0)::float8 as debits,
         coalesce(sum(posting), 0)::float8 as balance
    from ledger_entry, unnest(amounts) as posting`;

interface Ledger extends Record<string, number> {
  count: number;
  debits: number;
  balance: number;
}

/** A database in which contribution knows everybody who is going to pay. */
const prepare = async (rig: Rig, seed: number, persons: number): Promise<void> => {
  await preload(rig.client, memberMessages(seed, persons));
  const contribution = await rig.start('contribution', await rig.databases.create(PREPARED));
  await allTaken(rig, { database: PREPARED, topics: [membersTopic.name], withinMs: WITHIN_MS });
  await contribution.ready;
  await contribution.stop();
};

/** As many as were answered with yes are in the books, each once, and nothing else. */
const proofsOf = async (rig: Rig, database: string, ids: readonly string[]) => {
  const booked = await rig.databases.query<{ id: string }>(database, BOOKED, [GATEWAY]);
  const { count, debits, balance } = await rig.databases.one<Ledger>(database, LEDGER);
  const expected = { count: ids.length, sum: ids.length * MONTH_RUPIAH, hash: '' };
  return [
    same('payments in the books', digestOf(ids), digestOf(booked.map(({ id }) => id))),
    same('debits of the ledger, in rupiah', expected, { count, sum: debits, hash: '' }),
    counted('balance of the ledger', 0, balance),
  ];
};

const round = async (rig: Rig, database: string, bank: SnapBank, seconds: number) => {
  await rig.databases.copy(PREPARED, database);
  const contribution = await rig.start('contribution', rig.databases.urlOf(database), bank.environment);
  await contribution.ready;
  await rig.quiet();
  await bank.enter(contribution.url);
  const target = {
    url: contribution.url + PAYMENT_PATH,
    headers: {},
    bodyOf: (number: number) => bank.paymentOf(number),
    signed: (body: string) => bank.signed(body),
    success: SUCCESS,
  };
  const pressing = { connections: CONNECTIONS, warmSeconds: WARM_SECONDS, seconds };
  const meter = new Meter(rig, 'contribution', contribution.pid);
  meter.begin();
  const pressed = await press(target, { ...pressing, first: 0 });
  const cost = meter.end(pressed.succeeded.length);
  const paced = await pace(target, { ...pressing, first: PAYMENTS_PER_PHASE, perSecond: PACED_PER_SECOND });
  await contribution.stop();
  const ids = [...pressed.succeeded, ...paced.succeeded].map((number) => bank.requestIdOf(number));
  const otherwise = answeredOtherwise(pressed) + answeredOtherwise(paced);
  const proofs = [...(await proofsOf(rig, database, ids)), counted('answers other than yes', 0, otherwise)];
  return { pressed, paced, cost, proofs };
};

const roundsOf = async (rig: Rig, { seed, rounds, seconds = SECONDS, events = PERSONS }: Wish) => {
  await prepare(rig, seed, events);
  const found = [];
  for (let number = 1; number <= rounds; number += 1)
    found.push(await round(rig, `ours_${number}`, new SnapBank(seed, events), seconds));
  return found;
};

/** How many payments a second contribution takes from a bank by SNAP BI once they are durable, and how long one takes. */
export const takePaymentsBySnap: Measurement = (wish) =>
  onRig(wish.say, async (rig) => {
    const found = await roundsOf(rig, wish);
    const { seconds = SECONDS, events = PERSONS } = wish;
    return {
      name: 'snap',
      conditions: [
        `${CONNECTIONS} connections that stay open, ${seconds} s after ${WARM_SECONDS} s of warming up; each request signed by itself, under a number of its own, for the next month of one of ${events} memberships. Answered with 2002500 once the payment is in the ledger on the disk.`,
        `Closed loop for the rate; then ${PACED_PER_SECOND}/s in an open loop, measured from the intended instant. Nothing is compared: the naive way has no signatures.`,
      ],
      figures: {
        'snap.ours': found.map(({ pressed }) => pressed.perSecond),
        'snap.p50': found.map(({ paced }) => quantile(0.5, paced.latenciesMs)),
        'snap.p99': found.map(({ paced }) => quantile(0.99, paced.latenciesMs)),
        'snap.peak': found.map(({ cost }) => cost.peakMb),
      },
      proofs: found.flatMap(({ proofs }) => proofs),
      costs: found.map(({ cost }) => cost),
    };
  });
