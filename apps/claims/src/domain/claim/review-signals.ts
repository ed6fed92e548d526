import type { Benefit, Day } from '#libs/kernel';
import type { Contribution } from '../cover/cover.js';
import { isInTime } from '../cover/cover.in-time.js';
import { shouldHold, type RuleVerdict } from '../programmes/benefit-case.js';
import { insuresTheDay } from './benefits.js';
import type { Claim } from './claim.js';

/** What is known of other claims. */
export interface Surroundings {
  /** The person's own. */
  readonly others: readonly Claim[];
  /** Of how many other persons claims that were not rejected go to the same bank account. */
  readonly accountSharedWith: number;
}

/** When what a claim rests on was paid for. */
export interface Bought {
  /** What the cover on the day rests on. */
  readonly covering: Contribution;
  /** Whether a rule that counts months holds only with months that were paid for after the event, and late. */
  readonly byLateMonths: boolean;
}

/** Money that came, or that was heard of, only after the event, and late: the cover holds, and an adjuster has to weigh it. */
const paidBefore = (occurredOn: Day, { covering, byLateMonths }: Bought): RuleVerdict => {
  const { paidOn, recordedOn } = covering;
  return byLateMonths || !isInTime(paidOn, covering, occurredOn)
    ? shouldHold('paid-before-the-event', false, 'contribution-paid-after')
    : shouldHold(
        'paid-before-the-event',
        isInTime(recordedOn ?? paidOn, covering, occurredOn),
        'contribution-recorded-after',
      );
};

const isRejected = (claim: Claim): boolean => 'decision' in claim && claim.decision.decision === 'rejected';
const isStep = ({ findings, grantedFor }: Claim): boolean =>
  (findings ?? grantedFor)?.kind === 'temporary-disability';

/** Claimed for one event again and again: year by year, month by month. */
const CLAIMED_IN_TURNS: ReadonlySet<Benefit> = new Set(['scholarship', 'pension', 'job-loss']);
const OF_ACCIDENTS: ReadonlySet<Benefit> = new Set(['accident-care', 'accident-income']);

/** A death grant and savings are of a membership; a funeral is the person's. What was granted before is a rule's matter. */
const isSameStill = ({ submission }: Claim, other: Claim): boolean =>
  !('decision' in other) &&
  (submission.benefit === 'funeral' || submission.membershipId === other.submission.membershipId);

/** Claimed again for the same day it is looked at twice; steps of one inability are nothing unusual. */
const claimedOnce = (claim: Claim, others: readonly Claim[]): RuleVerdict[] => {
  const { benefit, occurredOn } = claim.submission;
  if (CLAIMED_IN_TURNS.has(benefit)) return [];
  const sameDay = others.filter(
    ({ submission }) => submission.benefit === benefit && submission.occurredOn === occurredOn,
  );
  const isAgain = (other: Claim) =>
    OF_ACCIDENTS.has(benefit)
      ? !isRejected(other) && !(isStep(claim) && isStep(other))
      : isSameStill(claim, other);
  return [shouldHold('claimed-once', !sameDay.some(isAgain), 'same-accident-claimed')];
};

const accountOfOne = ({ accountToken }: Claim, sharedWith: number): RuleVerdict[] =>
  accountToken === null ? [] : [shouldHold('account-of-one-person', sharedWith === 0, 'account-shared')];

/** What forbids nothing and that nobody grants unseen: bought late, claimed twice, paid to where others are paid. */
export const reviewSignals = (
  claim: Claim,
  { others, accountSharedWith }: Surroundings,
  bought: Bought | null,
): RuleVerdict[] => {
  const { programme, occurredOn } = claim.submission;
  return [
    ...(bought !== null && insuresTheDay(programme) ? [paidBefore(occurredOn, bought)] : []),
    ...claimedOnce(claim, others),
    ...accountOfOne(claim, accountSharedWith),
  ];
};
