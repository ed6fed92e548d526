import { addDays, addMonths, daysBetween, lastDayOf, monthOf, monthsBetween, type Day } from '#libs/kernel';
import { denominatorFor, type Choice } from '../domain/figures/choose.js';
import { countBy } from '../domain/figures/count.js';
import { regionsKey, type Denominator } from '../domain/references/references.js';
import { subjectOf } from './answer-coverage-question.js';
import type { CoverageCells } from './coverage-cells.js';
import type { CoverageQuestion, Unanswerable } from './coverage-question.js';
import type { References } from './references.js';

/** A figure over a period. */
export interface SeriesQuestion extends Omit<CoverageQuestion, 'asOf' | 'by' | 'targetId'> {
  readonly from: Day;
  readonly through: Day;
  readonly step: 'day' | 'month';
  readonly pointsMax: number;
}

/** The figure on one day. */
export interface Point {
  readonly on: Day;
  readonly persons: number;
  readonly coverage: number | null;
}

/** The days that are drawn: each, or the last of each month that the period touches. */
const daysOf = ({ from, through, step }: SeriesQuestion): Day[] => {
  if (step === 'day')
    return Array.from({ length: daysBetween(from, through) + 1 }, (_, place) => addDays(from, place));
  const months = monthsBetween(monthOf(from), monthOf(through)) + 1;
  return Array.from({ length: months }, (_, place) => lastDayOf(addMonths(monthOf(from), place)));
};

const lengthOf = ({ from, through, step }: SeriesQuestion): number =>
  (step === 'day' ? daysBetween(from, through) : monthsBetween(monthOf(from), monthOf(through))) + 1;

/** Draws a figure day by day or month by month, in one reading of what changed. */
export class DrawCoverageOverTime {
  constructor(
    private readonly cells: CoverageCells,
    private readonly references: References,
  ) {}

  async handle(question: SeriesQuestion): Promise<{ points: readonly Point[] } | Unanswerable> {
    if (question.through < question.from) return { reason: 'period-reversed', field: 'through' };
    if (lengthOf(question) > question.pointsMax) return { reason: 'too-large', field: 'through' };
    const denominators = await this.denominators(question);
    if ('reason' in denominators) return denominators;
    const days = daysOf(question);
    const changes = await this.changes(question, days);
    const subject = subjectOf(
      { by: null, filter: question.filter },
      { regions: question.regions.counted, part: null },
    );
    let persons = 0;
    const points = days.map((on) => {
      while (changes.length > 0 && changes[0]![0] <= on) persons += changes.shift()![1];
      const denominator = denominatorFor(subject!, denominators, on);
      return { on, persons, coverage: denominator && persons / denominator.value };
    });
    return { points };
  }

  /** By how many persons the figure changes, by day, ascending; on the first day all that there are. */
  private async changes(
    { regions, ...question }: SeriesQuestion,
    days: readonly Day[],
  ): Promise<[Day, number][]> {
    const period = { from: days[0]!, through: days.at(-1)! };
    const changes = await this.cells.over({ ...question, ...period, regions: regions.counted });
    return [...countBy(changes, question.filter, ({ on }) => on)].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private async denominators({
    denominatorId,
    regions,
  }: SeriesQuestion): Promise<Choice<Denominator> | Unanswerable> {
    const candidates = await this.references.latestOf('denominator', [regionsKey(regions.counted)]);
    if (denominatorId === null) return { named: null, candidates };
    const named = await this.references.find('denominator', denominatorId);
    return named === null ? { reason: 'unknown-code', field: 'denominator' } : { named, candidates };
  }
}
