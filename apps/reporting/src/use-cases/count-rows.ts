import { UNMAPPED } from '../domain/coverage/terms.js';
import { countBy, countParts, isUnfiltered, sumOf } from '../domain/figures/count.js';
import { COUNTRY, type RegionTree } from '../domain/regions/region-tree.js';
import type { Cell, CoverageCells, JoinedQuestion } from './coverage-cells.js';
import { termsCutOf, type CoverageQuestion } from './coverage-question.js';

/** A row before ratios: whom it counts, and how many these are. */
export interface CountedRow {
  /** Null: those who belong to none of the children. */
  readonly regions: readonly string[] | null;
  /** Null: the row is one of regions. */
  readonly part: string | null;
  readonly persons: number;
}

/** The rows of an answer with the sums that belong to them. */
export interface CountedRows {
  readonly rows: readonly CountedRow[];
  readonly persons: number;
  readonly unmapped: number;
  /** Persons of every region that was read, all in one reading. */
  readonly byRegion: ReadonlyMap<string, number>;
}

/** Counts the persons of each row of a question. */
export class CountRows {
  constructor(
    private readonly cells: CoverageCells,
    private readonly tree: RegionTree,
  ) {}

  /**
   * One row, one for each child, or one for each part that holds somebody.
   * @param beside further regions, read in the same reading
   */
  async of(question: CoverageQuestion, beside: readonly string[] = []): Promise<CountedRows> {
    if (question.by !== 'channel-code') return this.counted(question, beside);
    // codes are read behind everybody, each person once: both as of one instant
    return this.cells.inOneReading((cells) => new CountRows(cells, this.tree).counted(question, beside));
  }

  private async counted(question: CoverageQuestion, beside: readonly string[]): Promise<CountedRows> {
    const { counted } = question.regions;
    const children = question.by === 'region' ? counted.flatMap((code) => this.tree.childrenOf(code)) : [];
    const unmappedToo = counted.includes(COUNTRY) ? [UNMAPPED] : [];
    const read = new Set([...counted, ...children, ...unmappedToo, ...beside]);
    const cells = await this.cellsOf(question, [...read]);
    const byRegion = countBy(cells, question.filter, ({ region }) => region);
    const persons = counted.reduce((sum, code) => sum + (byRegion.get(code) ?? 0), 0);
    const sums = { persons, unmapped: byRegion.get(UNMAPPED) ?? 0, byRegion };
    const inside = cells.filter(({ region }) => counted.includes(region));
    if (question.by === 'region') return { rows: rowsOfChildren(children, byRegion, persons), ...sums };
    if (question.by === null) return { rows: [{ regions: counted, part: null, persons }], ...sums };
    return { rows: await this.parts(question, inside), ...sums };
  }

  /** Newly registered persons by region; regions of one call are read together. */
  joined(question: JoinedQuestion): Promise<ReadonlyMap<string, number>> {
    return this.cells.joined(question);
  }

  /** All signatures are told apart only where somebody asks for what they hold. */
  private cellsOf({ by, filter, ...question }: CoverageQuestion, regions: readonly string[]) {
    const detail = termsCutOf(by) === null && isUnfiltered(filter) ? 'persons' : 'signatures';
    return this.cells.on({ ...question, regions, scope: 'everybody', detail });
  }

  private async parts(question: CoverageQuestion, inside: readonly Cell[]): Promise<readonly CountedRow[]> {
    const cut = termsCutOf(question.by);
    const counts =
      cut === null ? await this.byChannelCode(question) : countParts(inside, question.filter, cut);
    return [...counts]
      .filter(([, persons]) => persons > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([part, persons]) => ({ regions: question.regions.counted, part, persons }));
  }

  private async byChannelCode({ filter, regions, ...question }: CoverageQuestion) {
    const detail = isUnfiltered(filter) ? 'persons' : 'signatures';
    const cells = await this.cells.on({ ...question, regions: regions.counted, scope: 'each', detail });
    return countBy(cells, filter, ({ scope }) => scope);
  }
}

/** One row for each child, also those with nobody; and one more where persons belong to none of them. */
const rowsOfChildren = (
  children: readonly string[],
  byRegion: ReadonlyMap<string, number>,
  persons: number,
): readonly CountedRow[] => {
  const rows = children.map((code) => ({ regions: [code], part: null, persons: byRegion.get(code) ?? 0 }));
  const elsewhere = persons - sumOf(new Map(rows.map((row) => [row.regions[0]!, row.persons])));
  return elsewhere === 0 ? rows : [...rows, { regions: null, part: UNMAPPED, persons: elsewhere }];
};
