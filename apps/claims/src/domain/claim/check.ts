import type { Day, Reason, Segment } from '#libs/kernel';
import type { Amount } from './amounts.js';

/** A rule looked at: it holds, is broken (then the claim cannot be approved), or is noted for the adjuster to weigh. */
export interface RuleVerdict {
  readonly rule:
    | 'membership-registered'
    | 'covered-on-the-day'
    | 'contributed-by-the-day'
    | 'three-consecutive-months'
    | 'granted-once'
    | 'paid-before-the-event';
  readonly verdict: 'holds' | 'broken' | 'noted';
  /** Why it does not hold. */
  readonly reason: Reason | null;
}

/** The cover on the day of the event, by the contribution that gives it. */
export interface CoverOnTheDay {
  readonly contributionId: string;
  readonly segment: Segment;
  readonly from: Day;
  readonly through: Day;
  readonly paidOn: Day;
}

/** What the rules say about a claim, as cover was known when it was checked. */
export interface Check {
  readonly rules: readonly RuleVerdict[];
  readonly cover: CoverOnTheDay | null;
  /** The monthly amount in rupiah that the membership was insured on that day. */
  readonly basisRupiah: number | null;
  readonly amount: Amount;
}

/** The reason of the first rule that forbids approval; null when none does. */
export const forbids = (check: Check): Reason | null =>
  check.rules.find(({ verdict }) => verdict === 'broken')?.reason ?? null;
