/** What is counted on a day. */
export type Measure = 'active' | 'registered';

export const CUTS = ['segment', 'channel', 'programme', 'payer', 'occupation'] as const;
/** By what a figure is cut, regions apart. */
export type Cut = (typeof CUTS)[number];

/** A published count of people, with what it counts and where it stands. */
export interface Denominator {
  readonly id: string;
  readonly version: number;
  readonly value: number;
  readonly definition: string;
  /** Day of the count. */
  readonly asOf: string;
  readonly source: string;
}

/** A published aim. `value` is a ratio for `coverage`, otherwise persons; `needed` is persons still missing. */
export interface Target {
  readonly id: string;
  readonly version: number;
  readonly kind: 'coverage' | 'stock' | 'new';
  readonly value: number;
  readonly needed: number | null;
}

/** One figure; null is what cannot be said, or what would betray fewer than ten persons (`masked`). */
export interface Row {
  readonly region: string | null;
  readonly name: string | null;
  readonly part: string | null;
  readonly persons: number | null;
  readonly denominator: Denominator | null;
  readonly coverage: number | null;
  /** In per cent, truncated to two decimals, with a decimal comma. */
  readonly coverageText: string | null;
  readonly gap: number | null;
  readonly target: Target | null;
  readonly warnings?: readonly string[];
  readonly masked?: boolean;
}

/** All persons of an answer; `overlap` is the sum of the parts less the persons. */
export interface Total {
  readonly persons: number | null;
  readonly sumOfParts: number | null;
  readonly overlap: number | null;
  readonly unmapped: number | null;
}

/** How far the figures have heard: the last recorded instant that is counted, and how far behind that is. */
export interface Freshness {
  readonly recordedThrough: string | null;
  readonly lagMs: number | null;
  readonly applied: number;
}

/** `GET /v1/coverage`. */
export interface CoverageAnswer {
  readonly asOf: string;
  readonly knownOn: string | null;
  readonly measure: Measure;
  readonly rows: readonly Row[];
  readonly total: Total;
  readonly freshness: Freshness;
}

/** The row as it is pushed, with the day that it speaks about. */
export interface PushedRow extends Row {
  readonly asOf?: string;
}

/** `GET /v1/coverage/series`: one point per month, at the month's last day. */
export interface Series {
  readonly points: readonly SeriesPoint[];
}

export interface SeriesPoint {
  readonly on: string;
  readonly persons: number | null;
  readonly coverage: number | null;
}

/** `GET /v1/regions/{code}`: a region with all above it, from the country down. */
export interface RegionInPlace {
  readonly ancestors: readonly { readonly code: string; readonly name: string }[];
}

/** `GET /v1/targets/{id}`: what a target was stated of, and by whom. */
export interface TargetDetail {
  readonly base: string | null;
  readonly publisher: string | null;
  readonly source: string | null;
  readonly from: string | null;
  readonly through: string | null;
}
