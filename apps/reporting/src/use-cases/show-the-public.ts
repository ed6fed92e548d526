import type { Day } from '#libs/kernel';
import { UNMAPPED } from '../domain/coverage/terms.js';
import { publicView, type Level } from '../domain/figures/mask.js';
import { maskedRow, withoutJoined, type Row } from '../domain/figures/row.js';
import { andAbove, type RegionTree } from '../domain/regions/region-tree.js';
import type { CoverageCells } from './coverage-cells.js';
import type { CoverageAnswer, CoverageQuestion, Total } from './coverage-question.js';

const partOf = ({ region, part }: Row): string => region ?? part ?? UNMAPPED;

const maskedTotal = (total: Total, isShown: boolean, hidden: ReadonlySet<string>): Total => {
  if (isShown && hidden.size === 0) return total;
  return {
    persons: isShown ? total.persons : null,
    sumOfParts: null,
    overlap: null,
    unmapped: isShown && !hidden.has(UNMAPPED) ? total.unmapped : null,
    masked: true,
  };
};

/** Hides from an answer what the public may not see: few persons, and what would tell how few they are. */
export class ShowThePublic {
  constructor(
    private readonly cells: CoverageCells,
    private readonly tree: RegionTree,
  ) {}

  /** @param question about one region, whole or by its children, without filters */
  async handle(question: CoverageQuestion, answer: CoverageAnswer): Promise<CoverageAnswer> {
    const path = await this.pathTo(question.regions.codes[0]!, question.asOf);
    const { isShown, hidden } = publicView(path);
    const isHidden = (row: Row) => (question.by === 'region' ? hidden.has(partOf(row)) : !isShown);
    const rows = answer.rows.map((row) => (isHidden(row) ? maskedRow(row) : withoutJoined(row)));
    const sumHidden =
      question.by === 'region' ? hidden : new Set([...hidden].filter((part) => part === UNMAPPED));
    return { ...answer, rows, total: maskedTotal(answer.total, isShown, sumHidden) };
  }

  /** The regions from the country down to the one asked for, each with its parts. */
  private async pathTo(region: string, asOf: Day): Promise<readonly Level[]> {
    const path = [...andAbove(region)].reverse();
    const regions = [...new Set(path.flatMap((code) => [code, ...this.tree.childrenOf(code)]))];
    const cells = await this.cells.on({
      measure: 'active',
      regions,
      scope: 'everybody',
      detail: 'persons',
      asOf,
      knownOn: null,
    });
    const persons = new Map(cells.map((cell) => [cell.region, cell.persons]));
    return path.map((code) => this.level(code, persons));
  }

  private level(region: string, persons: ReadonlyMap<string, number>): Level {
    const all = persons.get(region) ?? 0;
    const below = new Map(
      this.tree.childrenOf(region).map((code) => [code, persons.get(code) ?? 0] as const),
    );
    const elsewhere = all - [...below.values()].reduce((sum, count) => sum + count, 0);
    if (elsewhere !== 0) below.set(UNMAPPED, elsewhere);
    return { region, persons: all, below };
  }
}
