import {
  andAbove,
  COUNTRY,
  levelOf,
  regionAbove,
  type Region,
  type RegionLevel,
  type RegionTree,
} from '../domain/regions/region-tree.js';

/** A region in a list. */
export interface ListedRegion extends Region {
  readonly level: RegionLevel;
  /** The code of the region above; null: the country. */
  readonly parent: string | null;
}

/** A region with those above it, from the country down. */
export interface RegionInPlace extends ListedRegion {
  readonly ancestors: readonly ListedRegion[];
}

/** Which regions to list: behind the one with this code. */
export interface RegionsQuestion {
  readonly within: string;
  /** A part of the name, or the beginning of the code; null: all of the next level down. */
  readonly text: string | null;
  readonly after: string | null;
  readonly limit: number;
}

interface Searchable {
  readonly region: Region;
  readonly name: string;
}

/** Larger regions first, which have the shorter codes; then by code. */
const compareCodes = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** Shows the regions of the country. */
export class LookUpRegions {
  private searchable: readonly Searchable[] | null = null;

  constructor(private readonly regions: RegionTree) {}

  /** A region with those above it; null when the list does not have the code. */
  one(code: string): RegionInPlace | null {
    if (!this.regions.has(code)) return null;
    const above = andAbove(code).slice(1).reverse();
    return { ...this.listed(code), ancestors: above.map((each) => this.listed(each)) };
  }

  /** Children of a region, or whatever below it has the text; null when the list does not have the region. */
  list({ within, text, after, limit }: RegionsQuestion): readonly ListedRegion[] | null {
    if (!this.regions.has(within)) return null;
    const codes = text === null ? this.regions.childrenOf(within) : this.found(within, text.toLowerCase());
    const found: ListedRegion[] = [];
    for (const code of codes) {
      if (found.length === limit) break;
      if (after === null || compareCodes(code, after) > 0) found.push(this.listed(code));
    }
    return found;
  }

  private *found(within: string, text: string): Generator<string> {
    for (const { region, name } of this.all()) {
      const isInside = within === COUNTRY || region.code.startsWith(`${within}.`);
      if (isInside && (name.includes(text) || region.code.startsWith(text))) yield region.code;
    }
  }

  private all(): readonly Searchable[] {
    this.searchable ??= [...this.regions.allBelow(COUNTRY)]
      .sort((a, b) => compareCodes(a.code, b.code))
      .map((region) => ({ region, name: region.name.toLowerCase() }));
    return this.searchable;
  }

  private listed(code: string): ListedRegion {
    return { code, name: this.regions.nameOf(code), level: levelOf(code), parent: regionAbove(code) };
  }
}
