import { plainBatch, type Outcome } from '#libs/kernel';
import { Flaw } from '../domain/outlines/flaw.js';
import type { Outline } from '../domain/outlines/outline.js';
import { readOutlines } from '../domain/outlines/read-outlines.js';
import { recordOutline } from '../domain/outlines/record-outline.js';
import type { Reach } from '../domain/regions/reach.js';
import type { RegionTree } from '../domain/regions/region-tree.js';
import type { Outlines } from './outlines.js';

export type { Flaw } from '../domain/outlines/flaw.js';

/** One transaction, of some two megabytes: short enough that nobody waits for it. */
const BATCH_POSITIONS_MAX = 100_000;

/** What became of one outline of a file. */
export interface OutlineAnswer {
  readonly code: string;
  readonly outcome: Outcome<Outline>;
}

/** A file with a flaw changes nothing. */
export type OutlinesAnswer =
  | { readonly kind: 'flawed'; readonly flaw: Flaw }
  | { readonly kind: 'read'; readonly answers: readonly OutlineAnswer[] };

const positionsOf = ({ polygons }: Outline): number =>
  polygons.flat().reduce((sum, ring) => sum + ring.length, 0);

function* inBatches(outlines: readonly Outline[]): Generator<readonly Outline[]> {
  let batch: Outline[] = [];
  let positions = 0;
  for (const outline of outlines) {
    const more = positionsOf(outline);
    if (positions + more > BATCH_POSITIONS_MAX && batch.length > 0) {
      yield batch;
      [batch, positions] = [[], 0];
    }
    batch.push(outline);
    positions += more;
  }
  if (batch.length > 0) yield batch;
}

/** The outlines of a map are kept, each by itself: one that is refused holds back no other, and those of other regions stay. */
export class KeepOutlinesOfFile {
  constructor(
    private readonly outlines: Outlines,
    private readonly regions: RegionTree,
  ) {}

  /** @param file GeoJSON or TopoJSON, as `readOutlines` says; answered outline by outline, in order */
  async handle(file: unknown, reach: Reach): Promise<OutlinesAnswer> {
    const stated = readOutlines(file);
    if (stated instanceof Flaw) return { kind: 'flawed', flaw: stated };
    const { regions } = this;
    const outcomes: Outcome<Outline>[] = [];
    for (const batch of inBatches(stated)) {
      const decided = await this.outlines.change(plainBatch(batch), (outline, known) =>
        recordOutline(outline, { known, regions, reach }),
      );
      outcomes.push(...decided);
    }
    return { kind: 'read', answers: stated.map(({ code }, place) => ({ code, outcome: outcomes[place]! })) };
  }
}
