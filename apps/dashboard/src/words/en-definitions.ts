import type { Words } from './id.js';

/** What each number means, as its dialog says it. */
export const definitions: Words['definitions'] = {
  measures: {
    active:
      'Persons whom a contribution that was not reversed covers on that day. The first and the last day of cover count. Each person counts once, whatever memberships, jobs, employers or channels the person has, in the region of residence on that day.',
    registered:
      'Persons with a membership that has begun and has not ended on that day, whether contributions are paid or not. Each person counts once, in the region of residence on that day.',
  },
  coverage:
    'Persons divided by the denominator. Percentages are truncated to two decimals, not rounded, as the published ones are.',
  denominator:
    'A published count of people of this region, with its definition, day and source. The newest default one on the day of the figure is used.',
  gap: 'Denominator less persons: those not covered.',
  needed: {
    coverage: 'Target times denominator, rounded up, less persons.',
    stock: 'Target less persons.',
    new: 'Target less the members newly registered in its period.',
  },
  target: 'What the publisher of the target aims at, as stated; it does not follow from events.',
  unnamed: 'This answer does not name the denominator of that day; a question about the day itself does.',
  share: 'Persons of this row divided by all persons of the region. Truncated to two decimals.',
  sumOfParts: 'The persons of all parts added up. Who belongs to several parts counts in each.',
  overlap: 'Sum of parts less persons: how often somebody counts more than once.',
  lag: 'How long what arrived last took until it was in the figures, or has been waiting.',
  applied: 'How many events are in the figures, each once.',
  unmapped: 'Persons whose residence is unknown or not valid are shown, never dropped.',
  calculation: 'Calculation',
  inputs: 'Inputs',
  query: 'Question to the service',
  part: 'Part',
  day: 'As of',
  from: 'From',
  through: 'Through',
  known: 'Known on',
  knownNow: 'all that is known now',
  source: 'Source',
  version: 'Version',
  counts: 'What it counts',
  countedOn: 'Day of the count',
  statedOf: 'Stated of',
  publisher: 'Publisher',
  id: 'Identifier',
  restsOn: 'Rests on',
  proof: 'Proof',
  bases: {
    owners:
      'What reporting took and what its owner says was written, each counted by itself, compared event by event.',
    stated: (instant) =>
      `A statement of its source, put on record ${instant}; it does not follow from events.`,
    campaigns: 'Campaigns on record, as those who held them say; they do not follow from events.',
    article: 'What is printed in the article, never corrected.',
    regulation: 'The regulation named above; this page computes with it.',
    rebuild: 'What the rebuild itself counted when it was last asked.',
    file: 'The answer of the service about the file that was just sent.',
  },
};
