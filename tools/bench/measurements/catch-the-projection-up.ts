import { contributionsTopic, membersTopic } from '#libs/contracts';
import { factMessages, personsFor } from '../inputs/facts.js';
import { digestOfSteps, FIGURES_DIGEST, personsOn, stepsOf, type Steps } from '../inputs/fold.js';
import { preload } from '../inputs/preload.js';
import type { Digest, Proof } from '../report/results.js';
import { onRig, type Rig, type Running } from '../rig/rig.js';
import { catchUp } from './catch-up.js';
import { counted, same } from './proofs.js';
import { inRounds, ratioOf } from './rounds.js';
import { measureNaive } from './the-naive-way.js';
import type { Measurement } from './wish.js';

const EVENTS = 600_000;
const TOPICS = [membersTopic.name, contributionsTopic.name];
const DAY = '2025-01-31';
const ROLLED_UP = `select not exists (select from step_batch) as "isRolledUp"`;
const DONE = `select count(*)::integer as done from naive_handled_event`;

/** What reporting answers over HTTP, beside what the lives make. */
const answered = async (rig: Rig, { url }: Running, steps: Steps): Promise<Proof> => {
  const token = await rig.issuer.token({ role: 'analyst' });
  const answer = await fetch(`${url}/v1/coverage?region=ID&asOf=${DAY}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { rows } = (await answer.json()) as { rows: readonly { persons: number }[] };
  return counted(`the answer for ${DAY}`, personsOn(steps, 'active', 'ID', DAY), rows[0]?.persons ?? -1);
};

const round = async (rig: Rig, database: string, steps: Steps) => {
  await rig.databases.create(database);
  const proofs: Proof[] = [];
  const caughtUp = await catchUp(rig, {
    service: 'reporting',
    database,
    topics: TOPICS,
    isSettled: async () => (await rig.databases.one<{ isRolledUp: boolean }>(database, ROLLED_UP)).isRolledUp,
    ask: async (running) => {
      proofs.push(await answered(rig, running, steps));
    },
  });
  const found = await rig.databases.one<Digest & Record<string, unknown>>(database, FIGURES_DIGEST);
  const { count, sum, hash } = found;
  proofs.push(
    same('the figures of every village, day and measure', digestOfSteps(steps), { count, sum, hash }),
  );
  return { ...caughtUp, proofs };
};

/** How fast reporting makes figures of what lies on its topics, repeats among it, each event with effect once. */
export const catchTheProjectionUp: Measurement = ({ seed, rounds, events = EVENTS, seconds, say }) =>
  onRig(say, async (rig) => {
    const persons = personsFor(events);
    const total = await preload(rig.client, factMessages(seed, persons));
    say(`${total} facts about ${persons} persons lie on the topics`);
    const steps = stepsOf(seed, persons);
    const found = await inRounds(
      rounds,
      (number) => round(rig, `ours_${number}`, steps),
      async (number) => {
        const database = `naive_${number}`;
        await rig.databases.create(database);
        const done = async () => (await rig.databases.one<{ done: number }>(database, DONE)).done;
        return measureNaive(rig, { role: 'projection', database, done, total, seconds });
      },
    );
    const ours = found.ours.map(({ storedPerSecond }) => storedPerSecond);
    const naive = found.naive.map(({ perSecond }) => perSecond);
    return {
      name: 'projection',
      conditions: [
        `${total} events about ${persons} persons in 500 villages, on 12 partitions of two topics; one event in fifty comes twice.`,
        'Until positions, histories and the cells that figures are read from are at their end. The naive way keeps a count by village, without history, days, levels above, segments, channels or what was known when.',
      ],
      figures: {
        'projection.ours': ours,
        'projection.naive': naive,
        'projection.ratio': [ratioOf(ours, naive)],
        'projection.peak': found.ours.map(({ cost }) => cost.peakMb),
      },
      proofs: found.ours.flatMap(({ proofs }) => proofs),
      costs: [...found.ours, ...found.naive].map(({ cost }) => cost),
    };
  });
