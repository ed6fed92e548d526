import { membersTopic, paymentIdentitiesTopic, signUpResultsTopic, signUpsTopic } from '#libs/contracts';
import { villageOf } from '../inputs/places.js';
import { preload } from '../inputs/preload.js';
import { signUpIdOf, signUpMessages } from '../inputs/sign-ups.js';
import { NAIVE_TOPIC } from '../naive/topics.js';
import { Digester } from '../outside/digester.js';
import { ReaderProcess } from '../outside/reader-process.js';
import type { Digest } from '../report/results.js';
import { onRig, type Rig } from '../rig/rig.js';
import { catchUp } from './catch-up.js';
import { counted, same } from './proofs.js';
import { inRounds, ratioOf } from './rounds.js';
import { measureNaive } from './the-naive-way.js';
import type { Measurement } from './wish.js';

const PERSONS = 100_000;
/** Membership, identity and result. */
export const EVENTS_PER_SIGN_UP = 3;
const NAIVE_EVENTS = 3;

/** Topics on which enrollment says what became of a sign-up. */
export const SAID_ON = [membersTopic.name, paymentIdentitiesTopic.name, signUpResultsTopic.name];

const FIELDS = {
  'id.cakupan.enrollment.member-registered.v1': ['signUpId', 'residence'],
  'id.cakupan.enrollment.sign-up-accepted.v1': ['signUpId', 'outcome'],
};

const expectedDigest = (seed: number, persons: number): Digest => {
  const digester = new Digester();
  for (let number = 0; number < persons; number += 1) {
    const signUpId = signUpIdOf(seed, number);
    digester.add(`${signUpId} ${villageOf(seed, number)}`);
    digester.add(`${signUpId} registered`);
  }
  return digester.digest;
};

const ROWS = `
  select (select count(*) from person)::integer as persons, (select count(*) from vault)::integer as vaults,
         (select count(*) from membership)::integer as memberships`;

const round = async (rig: Rig, database: string, persons: number, expected: Digest) => {
  await rig.databases.create(database);
  const published = { topics: SAID_ON, fields: FIELDS, awaited: persons * EVENTS_PER_SIGN_UP };
  const topics = [signUpsTopic.name];
  const caughtUp = await catchUp(rig, { service: 'enrollment', database, topics, published });
  const rows = await rig.databases.one<{ persons: number; vaults: number; memberships: number }>(
    database,
    ROWS,
  );
  const read = caughtUp.read!;
  const proofs = [
    same('what was published of the sign-ups', expected, read.digest),
    counted('events published', published.awaited, read.count),
    counted('persons', persons, rows.persons),
    counted('rows in the vault', persons, rows.vaults),
    counted('memberships', persons, rows.memberships),
  ];
  return { ...caughtUp, proofs };
};

const naiveRound = async (rig: Rig, database: string, total: number, seconds: number | undefined) => {
  await rig.databases.create(database);
  const awaited = total * NAIVE_EVENTS;
  const reader = await ReaderProcess.start(rig, { topics: [NAIVE_TOPIC.name], fields: {}, awaited });
  const done = async () => Math.floor((await reader.read()).count / NAIVE_EVENTS);
  const found = await measureNaive(rig, { role: 'sign-ups', database, done, total, seconds });
  await reader.stop();
  return found;
};

/** How fast enrollment registers who signs up over Kafka, each a person of its own, until others can read of it. */
export const registerSignUpsFromKafka: Measurement = ({
  seed,
  rounds,
  events: persons = PERSONS,
  seconds,
  say,
}) =>
  onRig(say, async (rig) => {
    await rig.ensureTopics([NAIVE_TOPIC]);
    await preload(rig.client, signUpMessages(seed, persons));
    say(`${persons} sign-ups lie on the topic`);
    const expected = expectedDigest(seed, persons);
    const found = await inRounds(
      rounds,
      (number) => round(rig, `ours_${number}`, persons, expected),
      (number) => naiveRound(rig, `naive_${number}`, persons, seconds),
    );
    const ours = found.ours.map(({ donePerSecond }) => donePerSecond);
    const naive = found.naive.map(({ perSecond }) => perSecond);
    return {
      name: 'sign-ups',
      conditions: [
        `${persons} sign-ups of as many persons, on 12 partitions; each with a row in the encrypted vault and three events.`,
        'Until another process has read all that was published. The naive way keeps names and NIKs as plain text, publishes without an outbox, and checks no rule of enrollment.',
      ],
      figures: {
        'sign-ups.ours': ours,
        'sign-ups.naive': naive,
        'sign-ups.ratio': [ratioOf(ours, naive)],
        'sign-ups.peak': found.ours.map(({ cost }) => cost.peakMb),
      },
      proofs: found.ours.flatMap(({ proofs }) => proofs),
      costs: [...found.ours, ...found.naive].map(({ cost }) => cost),
    };
  });
