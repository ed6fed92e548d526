import { monthOf, type Reason, type Segment } from '#libs/kernel';
import type { Contribution, Cover } from '../cover/cover.js';
import { consecutiveMonths, contributedBy, coverOn, termsOn } from '../cover/cover.questions.js';
import { amountOn, computed, FIXED_AMOUNTS, type Amount } from './amounts.js';
import { grantedOnce, insuresTheDay } from './benefits.js';
import type { Check, CoverOnTheDay, RuleVerdict } from './check.js';
import { isGranted, type Claim, type Submission } from './claim.js';

/** What a claim is judged by: the cover of its person, and the person's other claims. */
export interface Evidenced {
  readonly cover: Cover;
  readonly others: readonly Claim[];
}

/**
 * A BPU death outside work pays the death grant only after this many months of contributions in a row since
 * registration; before that the funeral alone. Counted are the calendar months of contributions up to that of
 * the death: months paid ahead count when they have come, and a lapse does not take away a run that was reached.
 * Sources leave both open.
 */
export const WAITING_MONTHS = 3;

const verdict = (rule: RuleVerdict['rule'], holds: boolean, reason: Reason): RuleVerdict =>
  holds ? { rule, verdict: 'holds', reason: null } : { rule, verdict: 'broken', reason };

const registered = ({ membershipId, occurredOn }: Submission, { cover }: Evidenced): RuleVerdict =>
  verdict('membership-registered', termsOn(cover, membershipId, occurredOn) !== null, 'membership-unknown');

const insured = (submission: Submission, { cover }: Evidenced, covering: Contribution | null): RuleVerdict =>
  insuresTheDay(submission.programme)
    ? verdict('covered-on-the-day', covering !== null, 'not-covered')
    : verdict(
        'contributed-by-the-day',
        contributedBy(cover, submission, submission.occurredOn),
        'never-contributed',
      );

const mustWait = ({ programme, benefit }: Submission, segment: Segment | undefined): boolean =>
  programme === 'JKM' && benefit === 'death-grant' && segment === 'BPU';

const waited = (submission: Submission, { cover }: Evidenced): RuleVerdict => {
  const months = consecutiveMonths(cover, submission, monthOf(submission.occurredOn));
  return verdict('three-consecutive-months', months >= WAITING_MONTHS, 'waiting-months-missing');
};

const segmentOf = ({ membershipId, occurredOn }: Submission, { cover }: Evidenced): Segment | undefined =>
  termsOn(cover, membershipId, occurredOn)?.segment;

/** Someone insured in two segments gets one funeral, and one death grant in each segment. */
const onlyGrant = (submission: Submission, evidenced: Evidenced): RuleVerdict => {
  const { benefit } = submission;
  const same = evidenced.others.filter((other) => isGranted(other) && other.submission.benefit === benefit);
  const segment = segmentOf(submission, evidenced);
  const before =
    grantedOnce(benefit) === 'per-person'
      ? same
      : same.filter((other) => segmentOf(other.submission, evidenced) === segment);
  return verdict('granted-once', before.length === 0, 'benefit-already-granted');
};

const paidBefore = (occurredOn: string, covering: Contribution): RuleVerdict =>
  covering.paidOn <= occurredOn
    ? { rule: 'paid-before-the-event', verdict: 'holds', reason: null }
    : { rule: 'paid-before-the-event', verdict: 'noted', reason: 'contribution-paid-after' };

const rulesFor = (
  submission: Submission,
  evidenced: Evidenced,
  covering: Contribution | null,
): RuleVerdict[] => [
  registered(submission, evidenced),
  insured(submission, evidenced, covering),
  ...(mustWait(submission, covering?.segment) ? [waited(submission, evidenced)] : []),
  ...(grantedOnce(submission.benefit) === 'no' ? [] : [onlyGrant(submission, evidenced)]),
  ...(covering === null || !insuresTheDay(submission.programme)
    ? []
    : [paidBefore(submission.occurredOn, covering)]),
];

const amountFor = (submission: Submission, rules: readonly RuleVerdict[]): Amount => {
  const waitingMissing = rules.some(({ reason }) => reason === 'waiting-months-missing');
  if (!waitingMissing)
    return amountOn(FIXED_AMOUNTS, submission.programme, submission.benefit, submission.occurredOn);
  return computed([
    {
      label: 'Death grant',
      amountRupiah: 0,
      rule: `BPU: due after ${WAITING_MONTHS} consecutive months of contributions`,
    },
  ]);
};

const onTheDay = ({ contributionId, segment, from, through, paidOn }: Contribution): CoverOnTheDay => ({
  contributionId,
  segment,
  from,
  through,
  paidOn,
});

/** Which rules hold for the claim, the cover on the day of the event, and the amount with its calculation. */
export const checkClaim = (submission: Submission, evidenced: Evidenced): Check => {
  const covering = coverOn(evidenced.cover, submission, submission.occurredOn);
  const rules = rulesFor(submission, evidenced, covering);
  return {
    rules,
    cover: covering === null ? null : onTheDay(covering),
    basisRupiah:
      termsOn(evidenced.cover, submission.membershipId, submission.occurredOn)?.basisRupiah ?? null,
    amount: amountFor(submission, rules),
  };
};
