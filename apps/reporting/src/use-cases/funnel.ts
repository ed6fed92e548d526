import type { Day } from '#libs/kernel';
import type { MonthsAfter } from '../domain/funnel/milestones.js';

export { MONTHS_AFTER, type MonthsAfter } from '../domain/funnel/milestones.js';

/** By what the funnel is cut. */
export const FUNNEL_CUTS = ['channel', 'channel-code', 'campaign', 'region', 'month'] as const;
export type FunnelCut = (typeof FUNNEL_CUTS)[number];

/** Through which channel memberships came; null: any. */
export interface Source {
  readonly channel: string | null;
  readonly channelCode: string | null;
  readonly campaign: string | null;
}

/** Memberships registered within a period, by persons who lived in some regions on that day. */
export interface FunnelQuestion extends Source {
  /** Codes, none within another. */
  readonly regions: readonly string[];
  readonly from: Day;
  readonly through: Day;
  readonly by: FunnelCut | null;
  /** A day months after registration that lies behind this one has not come yet. */
  readonly today: Day;
}

/** How many of those for whom the day has come were covered on it. */
export interface Kept {
  readonly due: number;
  readonly kept: number;
}

/** Memberships of a part, milestone by milestone. */
export interface FunnelCounts {
  readonly signedUp: number;
  readonly firstPaid: number;
  /** Covered on the same day so many months after registration, also where that day is still to come. */
  readonly activeAfter: Readonly<Record<MonthsAfter, number>>;
  readonly retention: Readonly<Record<MonthsAfter, Kept>>;
  readonly eventCovered: number;
  /** Of these, whose person has since paid for days behind the event. */
  readonly wentOn: number;
}

/** The same for a part of the cut; null: not known. */
export type FunnelPart = FunnelCounts & { readonly part: string | null };

/** How far memberships came. */
export abstract class Funnel {
  /** One part for each value of the cut that somebody came by, ascending; without a cut one, also where nobody came. */
  abstract parts(question: FunnelQuestion): Promise<readonly FunnelPart[]>;
}
