import { jakartaDay, type Day, type Reason, type Segment } from '#libs/kernel';
import { membershipOf, type Contribution, type Cover } from '../cover/cover.js';
import { coverInTime, notYetDueOn } from '../cover/cover.in-time.js';
import { contributedBy, coverOn, graceOn, isOpenOn, termsOn } from '../cover/cover.questions.js';
import { assess } from '../programmes/assess.js';
import {
  basisOf,
  mustHold,
  shouldHold,
  type BenefitCase,
  type Granted,
  type RuleVerdict,
} from '../programmes/benefit-case.js';
import { broughtForwardIn } from '../programmes/findings.js';
import type { Policy } from '../programmes/policy.js';
import { grantedOnce, insuresTheDay } from './benefits.js';
import type { Check, CoverOnTheDay } from './check.js';
import { grantOf } from './claim.granted.js';
import type { Claim } from './claim.js';
import { missingOf } from './evidence.js';
import { reviewSignals, type Surroundings } from './review-signals.js';

/** What a claim is judged by: the cover of its person, and other claims, as of a day. */
export interface Evidenced extends Surroundings {
  readonly cover: Cover;
  readonly checkedOn: Day;
}

const byDecision = (a: Granted, b: Granted): number =>
  a.decidedOn < b.decidedOn ? -1 : Number(a.decidedOn > b.decidedOn);

const caseOf = (
  { submission, findings }: Claim,
  { cover, others }: Evidenced,
  policy: Policy,
): BenefitCase => ({
  programme: submission.programme,
  benefit: submission.benefit,
  membershipId: submission.membershipId,
  occurredOn: submission.occurredOn,
  diagnosedOn: submission.diagnosedOn ?? null,
  submittedOn: jakartaDay(submission.submittedAt),
  cover,
  findings,
  granted: others.flatMap((other) => grantOf(other) ?? []).toSorted(byDecision),
  policy,
});

/** What the cover on the day rests on. */
interface Covering {
  readonly contribution: Contribution;
  /** Why the day counts though the contribution covers earlier days alone, for an adjuster to weigh; null where it covers the day. */
  readonly weighed: Reason | null;
}

const coveringOf = (benefitCase: BenefitCase, checkedOn: Day): Covering | null => {
  const { cover, occurredOn, policy } = benefitCase;
  const covering = coverOn(cover, benefitCase, occurredOn);
  if (covering !== null) return { contribution: covering, weighed: null };
  const last = notYetDueOn(cover, benefitCase, occurredOn, checkedOn);
  if (last !== null) return { contribution: last, weighed: 'contribution-not-yet-due' };
  const before = graceOn(cover, benefitCase, occurredOn, policy.graceMonths);
  return before && { contribution: before, weighed: 'covered-in-grace' };
};

/** Savings that were paid in before the service heard of any stand in the operator's statement: that alone is to be weighed. */
const contributed = (benefitCase: BenefitCase): RuleVerdict => {
  const { cover, occurredOn, findings } = benefitCase;
  const isKnown = contributedBy(cover, benefitCase, occurredOn);
  return broughtForwardIn(findings) === null
    ? mustHold('contributed-by-the-day', isKnown, 'never-contributed')
    : shouldHold('contributed-by-the-day', isKnown, 'savings-by-statement-alone');
};

const insured = (benefitCase: BenefitCase, covering: Covering | null): RuleVerdict => {
  if (!insuresTheDay(benefitCase.programme)) return contributed(benefitCase);
  return covering !== null && covering.weighed !== null
    ? shouldHold('covered-on-the-day', false, covering.weighed)
    : mustHold('covered-on-the-day', covering !== null, 'not-covered');
};

/** Someone insured in two segments gets one funeral, and one death grant in each segment. */
const onlyGrant = ({ benefit, granted, cover, membershipId, occurredOn }: BenefitCase): RuleVerdict => {
  const segmentOf = (id: string, day: Day): Segment | undefined => termsOn(cover, id, day)?.segment;
  const segment = segmentOf(membershipId, occurredOn);
  const same = granted.filter((before) => before.benefit === benefit);
  const before =
    grantedOnce(benefit) === 'per-person'
      ? same
      : same.filter((one) => segmentOf(one.membershipId, one.occurredOn) === segment);
  return mustHold('granted-once', before.length === 0, 'benefit-already-granted');
};

/**
 * What was paid covers through its last day, whether the membership ended meanwhile or not, and from its first, also where it
 * began before somebody was signed up: that it had ended or was not there yet is to be weighed.
 */
const registered = ({ programme, cover, membershipId, occurredOn }: BenefitCase): RuleVerdict => {
  const rule = 'membership-registered';
  const { registration } = membershipOf(cover, membershipId);
  if (registration === null) return mustHold(rule, false, 'membership-unknown');
  if (insuresTheDay(programme) && occurredOn < registration.registeredOn)
    return shouldHold(rule, false, 'before-registration');
  const isOpen = !insuresTheDay(programme) || isOpenOn(cover, membershipId, occurredOn);
  return shouldHold(rule, isOpen, 'membership-ended-before');
};

/** Whether a rule that counts months holds only with months that were paid for after the event. */
const holdsByLateMonths = (benefitCase: BenefitCase, rules: readonly RuleVerdict[]): boolean => {
  const { programme, cover, membershipId, occurredOn } = benefitCase;
  if (!insuresTheDay(programme)) return false;
  const inTime = assess({ ...benefitCase, cover: coverInTime(cover, membershipId, occurredOn) });
  const broken = inTime.rules.filter(({ verdict }) => verdict === 'broken').map(({ rule }) => rule);
  return rules.some(({ rule, verdict }) => verdict === 'holds' && broken.includes(rule));
};

const onTheDay = ({ contribution }: Covering): CoverOnTheDay => {
  const { contributionId, segment, from, through, paidOn, recordedOn: knownOn, eventCover } = contribution;
  return { contributionId, segment, from, through, paidOn, knownOn, eventCover };
};

/** All documents are there, or that is noted, or forbids the approval: as the service is set. */
const documented = (
  { submission, findings, evidence }: Claim,
  amountRupiah: number | null,
  { documents }: Policy,
): RuleVerdict => {
  const isComplete = missingOf({ ...submission, findings, amountRupiah }, evidence).length === 0;
  return documents === 'required'
    ? mustHold('documents-complete', isComplete, 'documents-missing')
    : shouldHold('documents-complete', isComplete, 'documents-missing');
};

/**
 * Which rules hold for the claim, the cover on the day of the event, and the amount with its calculation. Where it is entered,
 * what was entered says which papers it needs.
 */
export const checkClaim = (
  claim: Claim,
  evidenced: Evidenced,
  policy: Policy,
  enteredRupiah: number | null = null,
): Check => {
  const benefitCase = caseOf(claim, evidenced, policy);
  const covering = coveringOf(benefitCase, evidenced.checkedOn);
  const { rules, amount } = assess(benefitCase);
  const bought = covering && {
    covering: covering.contribution,
    byLateMonths: holdsByLateMonths(benefitCase, rules),
  };
  return {
    rules: [
      registered(benefitCase),
      insured(benefitCase, covering),
      ...rules,
      ...(grantedOnce(benefitCase.benefit) === 'no' ? [] : [onlyGrant(benefitCase)]),
      ...reviewSignals(claim, evidenced, bought),
      documented(claim, amount.kind === 'computed' ? amount.amountRupiah : enteredRupiah, policy),
    ],
    cover: covering && onTheDay(covering),
    basisRupiah: basisOf(benefitCase),
    amount,
  };
};
