import { UNMAPPED } from '../domain/coverage/terms.js';
import { publicView, type Level } from '../domain/figures/mask.js';
import { maskedRow, withoutJoined, type Row } from '../domain/figures/row.js';
import { andAbove, type RegionTree } from '../domain/regions/region-tree.js';
import type { AnswerCoverageQuestion } from './answer-coverage-question.js';
import type { CoverageAnswer, CoverageQuestion, Total, Unanswerable } from './coverage-question.js';

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

/** Answers the public, and hides what it may not see: few persons, and what would tell how few they are. */
export class ShowThePublic {
  constructor(
    private readonly answer: AnswerCoverageQuestion,
    private readonly tree: RegionTree,
  ) {}

  /**
   * What is hidden is decided on the figures that are shown: in one reading, for those of another may have moved on.
   * @param question about one region, whole or by its children, without filters
   */
  async handle(question: CoverageQuestion): Promise<CoverageAnswer | Unanswerable> {
    const path = [...andAbove(question.regions.codes[0]!)].reverse();
    const beside = path.flatMap((code) => [code, ...this.tree.childrenOf(code)]);
    const answer = await this.answer.handle(question, beside);
    if ('reason' in answer) return answer;
    const { isShown, hidden } = publicView(path.map((code) => this.level(code, answer.byRegion)));
    const isHidden = (row: Row) => (question.by === 'region' ? hidden.has(partOf(row)) : !isShown);
    const rows = answer.rows.map((row) => (isHidden(row) ? maskedRow(row) : withoutJoined(row)));
    const sumHidden =
      question.by === 'region' ? hidden : new Set([...hidden].filter((part) => part === UNMAPPED));
    const total = maskedTotal(answer.total, isShown, sumHidden);
    return { rows, total, freshness: answer.freshness };
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
