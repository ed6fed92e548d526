import type { Day } from '#libs/kernel';
import { dayNumber } from '../../src/domain/coverage/day-number.js';
import { graceOverBy, type GraceMonths } from '../../src/domain/coverage/grace.js';
import { readingsOf, type Counted } from '../../src/domain/coverage/measures.js';
import type { Step } from '../../src/domain/coverage/steps.js';

/** Those steps of a person whose sum says who counts on a day, as a question reads them. */
export const countedOn = (
  steps: readonly Step[],
  counted: Counted,
  asOf: Day,
  graceMonths: GraceMonths = 0,
): Step[] => {
  const read = readingsOf(counted, graceMonths).map(
    (reading) => [reading.measure, dayNumber(graceOverBy(asOf, reading.graceMonths))] as const,
  );
  return steps.filter((step) =>
    read.some(([measure, through]) => step.measure === measure && step.effectiveOn <= through),
  );
};
