import {
  denominatorFor,
  SEVERAL,
  targetFor,
  type Choice,
  type RowSubject,
} from '../domain/figures/choose.js';
import { rowOf, type Row } from '../domain/figures/row.js';
import {
  FROM_THE_BEGINNING,
  regionsKey,
  type Denominator,
  type Target,
  type Version,
} from '../domain/references/references.js';
import type { RegionTree } from '../domain/regions/region-tree.js';
import type { CountedRow, CountedRows, CountRows } from './count-rows.js';
import type { CoverageAnswer, CoverageQuestion, Unanswerable } from './coverage-question.js';
import type { Freshness } from './freshness.js';
import type { References } from './references.js';

interface Choices {
  readonly denominators: Choice<Denominator>;
  readonly targets: Choice<Target>;
}

const onlyOne = (values: readonly string[] | undefined): string | null =>
  values === undefined ? null : values.length === 1 ? values[0]! : SEVERAL;

/** Whom a row counts; null where it counts persons of no region. */
export const subjectOf = (
  { by, filter }: Pick<CoverageQuestion, 'by' | 'filter'>,
  row: Pick<CountedRow, 'regions' | 'part'>,
): RowSubject | null =>
  row.regions && {
    regions: row.regions,
    segment: by === 'segment' ? row.part : onlyOne(filter.segment),
    occupation: by === 'occupation' ? row.part : onlyOne(filter.occupation),
    isOtherPart: by === 'channel' || by === 'channel-code' || by === 'programme' || by === 'payer',
  };

/** A row with what it is measured by. */
interface Measured {
  readonly row: CountedRow;
  readonly segment: string | null;
  readonly denominator: Version<Denominator> | null;
  readonly target: Version<Target> | null;
}

/** Newly registered persons by period, then by region. */
type Joined = ReadonlyMap<string, ReadonlyMap<string, number>>;

const periodKey = ({ segment, from }: Target) => `${segment} ${from}`;

const joinedIn = ({ row, target }: Measured, joined: Joined): number => {
  const byRegion = target?.kind === 'new' ? joined.get(periodKey(target)) : undefined;
  return (row.regions ?? []).reduce((sum, region) => sum + (byRegion?.get(region) ?? 0), 0);
};

/** An answer with what was read for it. */
export type AnswerFromReading = CoverageAnswer & Pick<CountedRows, 'byRegion'>;

/** Answers how many persons count, of how many, and what is wanting for a target. */
export class AnswerCoverageQuestion {
  constructor(
    private readonly count: CountRows,
    private readonly references: References,
    private readonly freshness: Freshness,
    private readonly tree: RegionTree,
  ) {}

  /** @param beside further regions whose persons are told, from the reading that the rows are from */
  async handle(
    question: CoverageQuestion,
    beside: readonly string[] = [],
  ): Promise<AnswerFromReading | Unanswerable> {
    const freshness = await this.freshness.ofFigures(); // asked first: figures may be fresher than said, never staler
    const { rows: counted, persons, unmapped, byRegion } = await this.count.of(question, beside);
    const rows = await this.rowsOf(question, counted);
    if ('reason' in rows) return rows;
    const sumOfParts = counted.reduce((sum, row) => sum + row.persons, 0);
    const total = { persons, sumOfParts, overlap: sumOfParts - persons, unmapped };
    return { rows, total, freshness, byRegion };
  }

  /** The figures of rows that are counted already. */
  async rowsOf(
    question: CoverageQuestion,
    counted: readonly CountedRow[],
  ): Promise<readonly Row[] | Unanswerable> {
    const choices = await this.choices(question, counted);
    if ('reason' in choices) return choices;
    const measured = counted.map((row) => measuredBy(question, row, choices));
    const joined = await this.joined(question, measured);
    return measured.map((each) => this.shown(question, each, joinedIn(each, joined)));
  }

  private async choices(
    { denominatorId, targetId }: CoverageQuestion,
    rows: readonly CountedRow[],
  ): Promise<Choices | Unanswerable> {
    const keys = [...new Set(rows.flatMap(({ regions }) => (regions ? [regionsKey(regions)] : [])))];
    const [namedDenominator, namedTarget, denominators, targets] = await Promise.all([
      denominatorId === null ? null : this.references.find('denominator', denominatorId),
      targetId === null ? null : this.references.find('target', targetId),
      this.references.latestOf('denominator', keys),
      this.references.latestOf('target', keys),
    ]);
    if (denominatorId !== null && namedDenominator === null)
      return { reason: 'unknown-code', field: 'denominator' };
    if (targetId !== null && namedTarget === null) return { reason: 'unknown-code', field: 'target' };
    return {
      denominators: { named: namedDenominator, candidates: denominators },
      targets: { named: namedTarget, candidates: targets },
    };
  }

  /** Asks once for each period that a target for new members has, for all rows together. */
  private async joined({ asOf, knownOn }: CoverageQuestion, measured: readonly Measured[]): Promise<Joined> {
    const targets = new Map<string, { target: Target; regions: string[] }>();
    for (const { row, target } of measured) {
      if (target?.kind !== 'new') continue;
      const period = targets.get(periodKey(target)) ?? { target, regions: [] };
      period.regions.push(...row.regions!);
      targets.set(periodKey(target), period);
    }
    const asked = [...targets].map(async ([key, { target, regions }]) => {
      const { segment, from } = target;
      const period = { segment, from: from ?? FROM_THE_BEGINNING, asOf, knownOn };
      return [key, await this.count.joined({ regions: [...new Set(regions)], ...period })] as const;
    });
    return new Map(await Promise.all(asked));
  }

  private shown(question: CoverageQuestion, { row, ...measure }: Measured, joined: number): Row {
    const { part, persons } = row;
    return rowOf({ ...this.nameOf(question, row), part, persons, ...measure, joined });
  }

  private nameOf({ by, regions }: CoverageQuestion, row: CountedRow): Pick<Row, 'region' | 'name'> {
    if (row.regions === null) return { region: null, name: null };
    if (by === 'region') return { region: row.regions[0]!, name: this.tree.nameOf(row.regions[0]!) };
    return { region: regions.codes.join(','), name: regions.name };
  }
}

const measuredBy = (question: CoverageQuestion, row: CountedRow, choices: Choices): Measured => {
  const subject = subjectOf(question, row);
  return {
    row,
    segment: subject?.segment ?? null,
    denominator: subject && denominatorFor(subject, choices.denominators, question.asOf),
    target: subject && targetFor(subject, choices.targets, question.asOf),
  };
};
