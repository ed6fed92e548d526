import type { Benefit, Day, Programme, Reason } from '#libs/kernel';
import type { Cover } from '../cover/cover.js';
import { termsOn } from '../cover/cover.questions.js';
import type { Amount } from './calculation.js';
import type { Findings } from './findings.js';
import type { Policy } from './policy.js';

/** A benefit that was granted to the person before, paid or not. */
export interface Granted {
  readonly programme: Programme;
  readonly benefit: Benefit;
  readonly membershipId: string;
  readonly occurredOn: Day;
  readonly submittedOn: Day;
  readonly decidedOn: Day;
  readonly amountRupiah: number;
  readonly findings: Findings | null;
}

/** All that a benefit is computed from. */
export interface BenefitCase {
  readonly programme: Programme;
  readonly benefit: Benefit;
  readonly membershipId: string;
  readonly occurredOn: Day;
  /** Of an occupational disease. */
  readonly diagnosedOn?: Day | null;
  readonly submittedOn: Day;
  readonly cover: Cover;
  readonly findings: Findings | null;
  /** Oldest decision first. */
  readonly granted: readonly Granted[];
  readonly policy: Policy;
}

export const RULES = [
  'membership-registered',
  'covered-on-the-day',
  'contributed-by-the-day',
  'three-consecutive-months',
  'death-or-total-disability',
  'three-years-of-contributions',
  'child-with-one-birth-date',
  'child-not-known-otherwise',
  'granted-once',
  'inability-begins-once',
  'whole-sum-once',
  'earlier-grant-reckoned',
  'paid-before-the-event',
  'diagnosed-in-time',
  'claimed-in-time',
  'reported-in-time',
  'outcome-told-in-time',
  'waiting-month-over',
  'age-reached',
  'ten-years-of-membership',
  'pension-months-come',
  'something-due',
  'documents-complete',
  'claimed-once',
  'account-of-one-person',
] as const;

/** A rule looked at: it holds, is broken (then the claim cannot be approved), or is noted for the adjuster to weigh. */
export interface RuleVerdict {
  readonly rule: (typeof RULES)[number];
  readonly verdict: 'holds' | 'broken' | 'noted';
  /** Why it does not hold. */
  readonly reason: Reason | null;
}

/** What a programme says of a case: its own rules, and the amount. */
export interface Assessment {
  readonly rules: readonly RuleVerdict[];
  readonly amount: Amount;
}

/** The rule holds, or is broken for the reason. */
export const mustHold = (rule: RuleVerdict['rule'], holds: boolean, reason: Reason): RuleVerdict =>
  holds ? { rule, verdict: 'holds', reason: null } : { rule, verdict: 'broken', reason };

/** The rule holds, or the reason is noted: it forbids nothing. */
export const shouldHold = (rule: RuleVerdict['rule'], holds: boolean, reason: Reason): RuleVerdict =>
  holds ? { rule, verdict: 'holds', reason: null } : { rule, verdict: 'noted', reason };

/** The monthly amount in rupiah that the membership was insured on; null when none was stated. */
export const basisOf = ({ cover, membershipId, occurredOn }: BenefitCase): number | null =>
  termsOn(cover, membershipId, occurredOn)?.basisRupiah ?? null;
