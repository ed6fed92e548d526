import { factMessages, personsFor } from '../inputs/facts.js';
import { FIGURES_DIGEST, stepsOf } from '../inputs/fold.js';
import { preload } from '../inputs/preload.js';
import { onRig } from '../rig/rig.js';
import { reportingCaughtUp } from './reporting-caught-up.js';
import { inRounds, ratioOf } from './rounds.js';
import { measureNaive } from './the-naive-way.js';
import type { Measurement } from './wish.js';

const EVENTS = 600_000;
const DONE = `select count(*)::integer as done from naive_handled_event`;

/** How fast reporting makes figures of what lies on its topics, repeats among it, each event with effect once. */
export const catchTheProjectionUp: Measurement = ({ seed, rounds, events = EVENTS, seconds, say }) =>
  onRig(say, async (rig) => {
    const persons = personsFor(events);
    const total = await preload(rig.client, factMessages(seed, persons));
    say(`${total} facts about ${persons} persons lie on the topics`);
    const expected = { steps: stepsOf(seed, persons), digestSql: FIGURES_DIGEST, of: 'every village' };
    const found = await inRounds(
      rounds,
      (number) => reportingCaughtUp(rig, `ours_${number}`, expected),
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
