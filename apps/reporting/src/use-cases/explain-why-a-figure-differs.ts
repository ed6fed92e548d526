import type { Day } from '#libs/kernel';
import { countBy, isUnfiltered, sumOf } from '../domain/figures/count.js';
import { revisionsOf, type Learnt, type Revision } from '../domain/figures/revision.js';
import type { CellRevision, CoverageCells } from './coverage-cells.js';
import type { CoverageQuestion, Unanswerable } from './coverage-question.js';

export { CAUSES, type Cause } from '../domain/coverage/fact.js';

/** A figure about one day, as known on one day and on a later one. */
export interface DifferenceQuestion extends Omit<CoverageQuestion, 'by' | 'denominatorId' | 'targetId'> {
  readonly sinceKnownOn: Day;
}

/** Both figures, and why they are not the same. */
export interface Difference {
  readonly before: number;
  readonly after: number;
  /** By every cause; their persons add up to `after` − `before`. */
  readonly changes: readonly Revision[];
}

const isLearnt = (each: CellRevision): each is CellRevision & Learnt => each.cause !== null;

/** Explains why a figure about one day differs between two days of knowing. */
export class ExplainWhyAFigureDiffers {
  constructor(private readonly cells: CoverageCells) {}

  async handle(question: DifferenceQuestion): Promise<Difference | Unanswerable> {
    const { knownOn, sinceKnownOn, filter, regions, ...asked } = question;
    if (knownOn !== null && knownOn < sinceKnownOn)
      return { reason: 'period-reversed', field: 'sinceKnownOn' };
    const detail = isUnfiltered(filter) ? 'persons' : 'signatures';
    const of = { ...asked, regions: regions.counted, detail, knownOn, sinceKnownOn } as const;
    const cells = await this.cells.revised(of);
    const knownBefore = cells.filter((each) => !isLearnt(each));
    const before = sumOf(countBy(knownBefore, filter, () => ''));
    const changes = revisionsOf(cells.filter(isLearnt), filter);
    const after = changes.reduce((sum, { persons }) => sum + persons, before);
    return { before, after, changes };
  }
}
