import { setTimeout as sleep } from 'node:timers/promises';
import { contributionsTopic, membersTopic, paymentResultsTopic, paymentsTopic } from '#libs/contracts';
import { memberMessages } from '../../bench/inputs/members.js';
import { preload } from '../../bench/inputs/preload.js';
import { allTaken, writtenTo } from '../../bench/rig/positions.js';
import type { Rig } from '../../bench/rig/rig.js';
import { kafkaLog, type PartitionEnds } from '../../faults/check/gather/log.js';
import { booksOf, type Books } from './books.js';
import { killAtRandom } from './disturb.js';
import { personsFor, PaymentPlan, type Counts } from './inputs.js';
import { Published } from './published.js';

const PREPARED = 'prepared';
const KILLED = 'killed';
const CALM = 'calm';
const REPLICAS = [1, 2];
const WITHIN_MS = 3_600_000;
const OUT = [contributionsTopic.name, paymentResultsTopic.name];
/** Nothing more is published once nothing was for so long. */
const STILL_MS = 5_000;

export interface Run {
  readonly books: Books;
  readonly proven: boolean;
  readonly published: Published;
}

export interface Runs {
  readonly counts: Counts;
  readonly kills: number;
  readonly killedSeconds: number;
  readonly killed: Run;
  readonly calm: Run;
}

const prepare = async (rig: Rig, seed: number, persons: number): Promise<void> => {
  await preload(rig.client, memberMessages(seed, persons));
  const contribution = await rig.start('contribution', await rig.databases.create(PREPARED));
  await allTaken(rig, { database: PREPARED, topics: [membersTopic.name], withinMs: WITHIN_MS });
  await contribution.ready;
  await contribution.stop();
};

/** Waits until nothing more is published. */
const untilStill = async (rig: Rig): Promise<void> => {
  for (let before = -1, now = await writtenTo(rig, OUT); before !== now; now = await writtenTo(rig, OUT)) {
    before = now;
    await sleep(STILL_MS);
  }
};

const isProven = async (rig: Rig, url: string): Promise<boolean> => {
  const authorization = `Bearer ${await rig.issuer.token({ role: 'officer' })}`;
  const answer = await fetch(`${url}/v1/ledger/proof`, { headers: { authorization } });
  return ((await answer.json()) as { proven?: boolean }).proven === true;
};

const taken = (rig: Rig, database: string) =>
  allTaken(rig, { database, topics: [paymentsTopic.name], withinMs: WITHIN_MS });

/** Two processes that are killed at random while the payments come in. */
const runKilled = async (rig: Rig, seed: number, plan: PaymentPlan) => {
  await rig.databases.copy(PREPARED, KILLED);
  const replicas = await Promise.all(REPLICAS.map((number) => rig.replica('contribution', number, KILLED)));
  await Promise.all(replicas.map(({ member }) => member.start()));
  const members = replicas.map(({ member }) => member);
  const calm = new AbortController();
  const begunAt = performance.now();
  const killing = killAtRandom(members, seed, calm);
  await preload(rig.client, plan.messages());
  await taken(rig, KILLED);
  const killedSeconds = Math.round((performance.now() - begunAt) / 1_000);
  calm.abort();
  const kills = await killing;
  await Promise.all(members.map((member) => member.ready()));
  await untilStill(rig);
  const proven = await isProven(rig, replicas[0]!.url);
  await Promise.all(members.map((member) => member.end()));
  return { kills, killedSeconds, proven, books: await booksOf(rig.databases, KILLED) };
};

/** One process that nobody disturbs, on the same messages. */
const runCalm = async (rig: Rig) => {
  await rig.databases.copy(PREPARED, CALM);
  const contribution = await rig.start('contribution', rig.databases.urlOf(CALM));
  await taken(rig, CALM);
  await contribution.ready;
  await untilStill(rig);
  const proven = await isProven(rig, contribution.url);
  await contribution.stop();
  return { proven, books: await booksOf(rig.databases, CALM) };
};

const placeOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;

/** What was published before and behind these ends. */
const published = async (rig: Rig, between: readonly PartitionEnds[]) => {
  const ends = new Map(between.map((end) => [placeOf(end), end.high]));
  const [before, behind] = [new Published(), new Published()];
  const log = kafkaLog(rig.kafka);
  await log.read(
    await log.ends(OUT),
    (message) => (message.offset < ends.get(placeOf(message))! ? before : behind).take(message),
    async () => undefined,
  );
  return { before, behind };
};

/** The same payments twice: first to two processes that are killed again and again, then to one that is left alone. */
export const runBoth = async (
  rig: Rig,
  { seed, payments, say }: { seed: number; payments: number; say: (line: string) => void },
): Promise<Runs> => {
  const persons = personsFor(payments);
  const plan = new PaymentPlan(seed, persons);
  await prepare(rig, seed, persons);
  say(`${persons} persons can be paid for`);
  const { kills, killedSeconds, ...killed } = await runKilled(rig, seed, plan);
  say(`killed ${kills} times in ${killedSeconds} s: ${JSON.stringify(plan.counts)}`);
  const between = await kafkaLog(rig.kafka).ends(OUT);
  const calm = await runCalm(rig);
  say('the same again, undisturbed');
  const { before, behind } = await published(rig, between);
  return {
    counts: plan.counts,
    kills,
    killedSeconds,
    killed: { ...killed, published: before },
    calm: { ...calm, published: behind },
  };
};
