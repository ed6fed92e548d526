import type { Day, Reason, Segment } from '#libs/kernel';
import type { RuleVerdict } from '../programmes/benefit-case.js';
import type { Amount } from '../programmes/calculation.js';

/** The cover on the day of the event, by the contribution that gives it. */
export interface CoverOnTheDay {
  readonly contributionId: string;
  readonly segment: Segment;
  readonly from: Day;
  readonly through: Day;
  readonly paidOn: Day;
  /** The Jakarta day on which the contribution was recorded; null where that was not kept. */
  readonly knownOn: Day | null;
  /** Paid for the days of an event alone. */
  readonly eventCover: boolean;
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

/** What an adjuster has to weigh, in order: it goes with an approval, so that nothing is accepted silently. */
export const notes = (check: Check): readonly Reason[] =>
  check.rules.flatMap(({ verdict, reason }) => (verdict === 'noted' && reason !== null ? [reason] : []));
