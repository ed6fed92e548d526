import type { Day, Segment } from '#libs/kernel';

/** An article that prints figures. */
export interface Article {
  readonly paper: string;
  readonly publishedOn: Day;
  /** As printed. */
  readonly title: string;
}

interface Figure {
  readonly id: string;
  /** An article by its paper and day. */
  readonly source: string;
  /** Kemendagri codes; several together are a branch's area. */
  readonly regions: readonly string[];
  readonly segment?: Segment;
}

/** What a printed number counts, in the paper's words. */
export type PrintedMeasure = 'members' | 'active-members' | 'members-by-nik';

/** A number of members, printed for a day. */
export interface PublishedStock extends Figure {
  readonly kind: 'stock';
  readonly measure: PrintedMeasure;
  readonly asOf: Day;
  readonly value: number;
}

/** A number of people that a share is taken of. `ofValue`: the whole that the number is a part of. */
export interface PublishedDenominator extends Figure {
  readonly kind: 'denominator';
  readonly definition: string;
  readonly asOf: Day;
  readonly value: number;
  readonly printedShare?: string;
  readonly ofValue?: number;
}

/** An aim. `base`: what its share is of, in the paper's words; `from` and `through` where the paper says them. */
export interface PublishedTarget extends Figure {
  readonly kind: 'target';
  readonly targetKind: 'coverage' | 'stock' | 'new';
  readonly base: string | null;
  readonly measure?: PrintedMeasure;
  readonly from: Day | null;
  readonly through: Day | null;
  readonly publishedOn: Day;
  readonly value: number;
}

export interface PublishedCoverage extends Figure {
  readonly kind: 'coverage';
  readonly asOf: Day;
  readonly printedShare: string;
}

export interface PublishedGap extends Figure {
  readonly kind: 'gap';
  readonly asOf: Day;
  readonly value: number;
}

export interface PublishedBenefits extends Figure {
  readonly kind: 'benefits';
  readonly from: Day;
  readonly through: Day;
  readonly valueRupiah: number;
}

export interface PublishedChannels extends Figure {
  readonly kind: 'channel';
  readonly channel: 'aggregator';
  readonly asOf: Day;
  readonly value: number;
}

export interface PublishedFunnel extends Figure {
  readonly kind: 'funnel';
  readonly channel: 'event';
  readonly from: Day;
  readonly through: Day;
  readonly cities: number;
  readonly reached: number;
  readonly newMembersPerCity: number;
  readonly targetReachedPerCity: number;
  readonly targetReachedJakarta: number;
}

/** A figure that a newspaper printed: a claim with a source, never corrected. */
export type PublishedFigure =
  | PublishedStock
  | PublishedDenominator
  | PublishedTarget
  | PublishedCoverage
  | PublishedGap
  | PublishedBenefits
  | PublishedChannels
  | PublishedFunnel;
