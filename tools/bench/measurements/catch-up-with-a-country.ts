import { factMessages, personsFor } from '../inputs/facts.js';
import { isRegencyOrAbove, stepsOf, UPPER_FIGURES_DIGEST } from '../inputs/fold.js';
import { allVillages } from '../inputs/places.js';
import { preload } from '../inputs/preload.js';
import { median } from '../report/statistics.js';
import { onRig } from '../rig/rig.js';
import { reportingCaughtUp } from './reporting-caught-up.js';
import type { Measurement } from './wish.js';

/** About a million persons. */
const EVENTS = 3_100_000;
/** Seventy million persons who pay twelve times a year. */
const A_YEAR = 840_000_000;
const HOUR_SECONDS = 3_600;
/** Five times as many events as elsewhere, in a hundred times as many cells. */
const WITHIN_MS = 1_800_000;

/** How fast reporting makes figures where hardly any two events are about the same village. */
export const catchUpWithACountry: Measurement = ({ seed, rounds, events = EVENTS, say }) =>
  onRig(say, async (rig) => {
    const persons = personsFor(events);
    const villages = allVillages();
    const total = await preload(rig.client, factMessages(seed, persons, villages));
    say(`${total} facts about ${persons} persons lie on the topics`);
    const steps = stepsOf(seed, persons, { villages, keeps: isRegencyOrAbove });
    const expected = {
      steps,
      digestSql: UPPER_FIGURES_DIGEST,
      of: 'regencies, provinces and country',
      withinMs: WITHIN_MS,
    };
    const found: Awaited<ReturnType<typeof reportingCaughtUp>>[] = [];
    for (let round = 1; round <= rounds; round += 1)
      found.push(await reportingCaughtUp(rig, `ours_${round}`, expected));
    const ours = found.map(({ storedPerSecond }) => storedPerSecond);
    return {
      name: 'country',
      conditions: [
        `${total} events about ${persons} persons in ${villages.length} villages, on 12 partitions of two topics; one event in fifty comes twice.`,
        'Until positions, histories and the cells of all five levels are at their end.',
        `A year of 70 million persons who pay each month are ${A_YEAR} events; how long they take is extrapolated from the speed, on this one machine and with nothing else to do.`,
      ],
      figures: {
        'country.ours': ours,
        'country.year': [A_YEAR / median(ours) / HOUR_SECONDS],
        'country.peak': found.map(({ cost }) => cost.peakMb),
      },
      proofs: found.flatMap(({ proofs }) => proofs),
      costs: found.map(({ cost }) => cost),
    };
  });
