import { NAIVE_TOPIC } from '../naive/topics.js';
import { Digester } from '../outside/digester.js';
import type { Read } from '../outside/reading.js';
import { ReaderProcess } from '../outside/reader-process.js';
import type { Digest } from '../report/results.js';
import { onRig, type Rig } from '../rig/rig.js';
import { Meter } from './cost.js';
import { registerPeople } from './people.js';
import { counted, same } from './proofs.js';
import { EVENTS_PER_SIGN_UP, SAID_ON } from './register-sign-ups-from-kafka.js';
import { inRounds, ratioOf } from './rounds.js';
import { makeNaiveTables, measureNaive } from './the-naive-way.js';
import type { Measurement } from './wish.js';

const EVENTS = 240_000;
const NAIVE_EVENTS_MAX = 200_000;
const PEOPLE = 'people';
const WITHIN_MS = 300_000;
const FROM_THE_BEGINNING = `update relay_cursor set transaction_id = '0', position = 0`;
/** Without the accounts of what was written, which are no work of the load's. */
const WRITTEN = `select topic, event_id as id from event where topic not like '%.checkpoints.v1'`;
const TO_OUTBOX = `
  insert into naive_outbox_message (topic, key, data)
  select $1, key, data::jsonb from event where data is not null order by position limit ${NAIVE_EVENTS_MAX}`;

const perSecond = ({ count, firstCount, firstAtMs, reachedAtMs }: Read): number =>
  ((count - firstCount) * 1_000) / (reachedAtMs! - firstAtMs!);

const digestOfLog = async (rig: Rig): Promise<Digest> => {
  const digester = new Digester();
  for (const { topic, id } of await rig.databases.query<{ topic: string; id: string }>(PEOPLE, WRITTEN))
    digester.add(`${topic} ${id}`);
  return digester.digest;
};

const round = async (rig: Rig, database: string, expected: Digest) => {
  await rig.databases.copy(PEOPLE, database);
  await rig.databases.query(database, FROM_THE_BEGINNING);
  await rig.quiet();
  const awaited = expected.count;
  const reader = await ReaderProcess.start(rig, { topics: SAID_ON, fields: {}, byId: true, awaited });
  const enrollment = await rig.start('enrollment', rig.databases.urlOf(database));
  const meter = new Meter(rig, 'enrollment', enrollment.pid);
  meter.begin();
  const read = await reader.reached(WITHIN_MS);
  const cost = meter.end(awaited);
  await enrollment.ready;
  await enrollment.stop();
  await reader.stop();
  const proofs = [
    same('events published, by their ids', expected, read.digest),
    counted('events published', awaited, read.count),
  ];
  return { perSecond: perSecond(read), cost, proofs };
};

const naiveRound = async (rig: Rig, database: string, events: number, seconds: number | undefined) => {
  await rig.databases.copy(PEOPLE, database);
  await makeNaiveTables(rig, database);
  await rig.databases.query(database, TO_OUTBOX, [NAIVE_TOPIC.name]);
  const total = Math.min(NAIVE_EVENTS_MAX, events);
  const reader = await ReaderProcess.start(rig, { topics: [NAIVE_TOPIC.name], fields: {}, awaited: total });
  const done = async () => (await reader.read()).count;
  const found = await measureNaive(rig, { role: 'relay', database, done, total, seconds });
  await reader.stop();
  return found;
};

/** How fast the relay publishes events that wait in the log of a service, until another process has read them. */
export const publishWhatIsUnsent: Measurement = ({ seed, rounds, events = EVENTS, seconds, say }) =>
  onRig(say, async (rig) => {
    await rig.ensureTopics([NAIVE_TOPIC]);
    const persons = Math.ceil(events / EVENTS_PER_SIGN_UP);
    await registerPeople(rig, { seed, persons, database: PEOPLE });
    const expected = await digestOfLog(rig);
    say(`${expected.count} events lie in the log of enrollment`);
    const found = await inRounds(
      rounds,
      (number) => round(rig, `ours_${number}`, expected),
      (number) => naiveRound(rig, `naive_${number}`, expected.count, seconds),
    );
    const ours = found.ours.map((each) => each.perSecond);
    const naive = found.naive.map((each) => each.perSecond);
    return {
      name: 'relay',
      conditions: [
        `${expected.count} events of real sign-ups wait in the log of enrollment, whose relay has two lanes in one process.`,
        'From the first event that another process has read to the last; the cost is that of the service from its start. The naive way reads an outbox through the ORM, a hundred at a time, in one lane.',
      ],
      figures: {
        'relay.ours': ours,
        'relay.naive': naive,
        'relay.ratio': [ratioOf(ours, naive)],
        'relay.peak': found.ours.map(({ cost }) => cost.peakMb),
      },
      proofs: found.ours.flatMap(({ proofs }) => proofs),
      costs: [...found.ours, ...found.naive].map(({ cost }) => cost),
    };
  });
