import type { Day } from '#libs/kernel';
import { CAUSES, type Cause } from '../coverage/fact.js';
import type { TermsFilter } from '../coverage/labels.js';
import { countBy, type Counted } from './count.js';

/** By how much what was learnt on a day, by a cause, changed a signature's persons. */
export interface Learnt extends Counted {
  readonly knownOn: Day;
  readonly cause: Cause;
}

/** By how much a figure came to differ for one cause. */
export interface Revision {
  readonly cause: Cause;
  readonly gained: number;
  readonly lost: number;
  /** `gained` − `lost`. */
  readonly persons: number;
}

/**
 * Why a figure came to differ, by cause, each of them once: `persons` add up exactly to the difference. Who came and
 * who went is told apart by the day of recording: on one day, by one cause, they are set against each other, for cells
 * know numbers of persons and no persons.
 */
export const revisionsOf = (learnt: readonly Learnt[], filter: TermsFilter): readonly Revision[] => {
  const byDay = new Map(
    CAUSES.map((cause) => {
      const ofCause = learnt.filter((each) => each.cause === cause);
      return [cause, [...countBy(ofCause, filter, ({ knownOn }) => knownOn).values()]] as const;
    }),
  );
  return CAUSES.map((cause) => {
    const days = byDay.get(cause)!;
    const gained = days.reduce((sum, persons) => sum + Math.max(0, persons), 0);
    const lost = days.reduce((sum, persons) => sum + Math.max(0, -persons), 0);
    return { cause, gained, lost, persons: gained - lost };
  });
};
