import { Chance } from '../chance/chance.js';
import type { ClaimPeriod } from '../cases/claim-periods.js';
import { groupSignsUpAt, groupStartsOn, joinsAt, type Group } from '../groups/groups.js';
import { enrolment, type Enrolment, type Life } from './life.js';

/** What lives of one story share. */
export interface Frame {
  readonly seed: number;
  readonly periods: readonly ClaimPeriod[];
  readonly groups: readonly Group[];
  /** The index of the group that pays for the person. */
  readonly groupOf: (person: number) => number;
  /** How many of those who joined later than the branch's first had done so by the day of the second printed number. */
  readonly informalBy2022: () => number;
}

/** Who the life is for: `rank` counts from 0 within the cohort. */
export interface Subject {
  readonly person: number;
  readonly rank: number;
  readonly frame: Frame;
}

/** Makes the life of one person of a cohort. */
export type LifeBuilder = (chance: Chance, subject: Subject) => Life;

/** The enrolment of someone whom a group pays for. */
export const groupEnrolment = (
  chance: Chance,
  { person, frame }: Subject,
  stated: Partial<Enrolment> = {},
): Enrolment => {
  const index = frame.groupOf(person);
  const group = frame.groups[index]!;
  const joins = person === group.first ? 0 : joinsAt(chance, group);
  return enrolment({
    signedUpAt: groupSignsUpAt(frame.seed, index, group, joins, person),
    startsOn: groupStartsOn(group, joins),
    payer: group.payer,
    place: { group: index, joins },
    event: group.contest,
    ...stated,
  });
};
