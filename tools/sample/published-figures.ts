import { readFileSync } from 'node:fs';
import type { Day, Segment } from '#libs/kernel';

interface Figure {
  readonly id: string;
  /** An article by its paper and day. */
  readonly source: string;
  /** Kemendagri codes; several together are a branch's area. */
  readonly regions: readonly string[];
  readonly segment?: Segment;
}

/** What a printed number counts, in the paper's words. */
type Measure = 'members' | 'active-members' | 'members-by-nik';

/** A number of members, printed for a day. */
interface Stock extends Figure {
  readonly kind: 'stock';
  readonly measure: Measure;
  readonly asOf: Day;
  readonly value: number;
}

/** A number of people that a share is taken of. `ofValue`: the whole that the number is a part of. */
interface Denominator extends Figure {
  readonly kind: 'denominator';
  readonly definition: string;
  readonly asOf: Day;
  readonly value: number;
  readonly printedShare?: string;
  readonly ofValue?: number;
}

/** An aim. `base`: what its share is of, in the paper's words; `from` and `through` where the paper says them. */
interface Target extends Figure {
  readonly kind: 'target';
  readonly targetKind: 'coverage' | 'stock' | 'new';
  readonly base: string | null;
  readonly measure?: Measure;
  readonly from: Day | null;
  readonly through: Day | null;
  readonly publishedOn: Day;
  readonly value: number;
}

interface Coverage extends Figure {
  readonly kind: 'coverage';
  readonly asOf: Day;
  readonly printedShare: string;
}

interface Gap extends Figure {
  readonly kind: 'gap';
  readonly asOf: Day;
  readonly value: number;
}

interface Benefits extends Figure {
  readonly kind: 'benefits';
  readonly from: Day;
  readonly through: Day;
  readonly valueRupiah: number;
}

interface Channels extends Figure {
  readonly kind: 'channel';
  readonly channel: 'aggregator';
  readonly asOf: Day;
  readonly value: number;
}

interface Funnel extends Figure {
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

export type PublishedFigure = Stock | Denominator | Target | Coverage | Gap | Benefits | Channels | Funnel;

const FILE = new URL('published-figures.json', import.meta.url);

/** What five newspaper articles print about the branch and the country. Claims with a source: never corrected. */
export const PUBLISHED_FIGURES = (
  JSON.parse(readFileSync(FILE, 'utf8')) as { readonly figures: readonly PublishedFigure[] }
).figures;
