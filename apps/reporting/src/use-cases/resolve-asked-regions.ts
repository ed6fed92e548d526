import type { Day } from '#libs/kernel';
import { isInForce } from '../domain/references/references.js';
import { withoutNested, type RegionTree } from '../domain/regions/region-tree.js';
import type { References } from './references.js';

/** How a named set of regions is asked for. */
const AREA_PREFIX = 'area:';

/** The regions that a question is about. */
export interface AskedRegions {
  /** As the answer calls them: ascending, each once. */
  readonly codes: readonly string[];
  /** Those that count: without the ones that lie in others. */
  readonly counted: readonly string[];
  readonly name: string;
}

/** What was asked for is in no list. */
export interface UnknownRegions {
  readonly unknown: string;
}

/** Finds out which regions are meant by codes, or by the name of an area. */
export class ResolveAskedRegions {
  constructor(
    private readonly tree: RegionTree,
    private readonly references: References,
  ) {}

  /** @param asked codes, or one `area:CODE`; of an area the version in force on the day, else the latest */
  async handle(asked: readonly string[], asOf: Day): Promise<AskedRegions | UnknownRegions> {
    const [first = ''] = asked;
    if (asked.length === 1 && first.startsWith(AREA_PREFIX)) return this.area(first, asOf);
    const unknown = asked.find((code) => !this.tree.has(code));
    if (unknown !== undefined) return { unknown };
    const codes = [...new Set(asked)].sort();
    return this.of(codes, codes.map((code) => this.tree.nameOf(code)).join(', '));
  }

  private async area(asked: string, asOf: Day): Promise<AskedRegions | UnknownRegions> {
    const versions = await this.references.versionsOf('area', asked.slice(AREA_PREFIX.length));
    const area = versions.findLast((version) => isInForce(version, asOf)) ?? versions.at(-1);
    return area === undefined ? { unknown: asked } : this.of([...new Set(area.regions)].sort(), area.name);
  }

  private of(codes: readonly string[], name: string): AskedRegions {
    return { codes, counted: withoutNested(codes), name };
  }
}
