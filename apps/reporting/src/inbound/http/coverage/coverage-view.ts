import { TARGET_KINDS } from '#libs/contracts';
import type { CsvRow } from '#libs/http';
import { REASONS } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { READING_MARKS, type ReadingMark } from '../../../use-cases/freshness.js';
import type { CoverageAnswer, CoverageQuestion } from '../../../use-cases/coverage-question.js';

/** How many people a row's persons are a share of. */
export class RowDenominatorView {
  @ApiProperty() id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'integer' }) value!: number;
  @ApiProperty({ description: 'Whom it counts.' }) definition!: string;
  @ApiProperty({ format: 'date' }) asOf!: string;
  @ApiProperty() source!: string;
}

class RowTargetView {
  @ApiProperty() id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: TARGET_KINDS }) kind!: string;
  @ApiProperty({ description: 'A share for a coverage target, otherwise persons.' }) value!: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Null for a share without a denominator, where masked, and to the public for new members.',
  })
  needed!: number | null;
}

/** One figure. */
export class RowView {
  @ApiProperty({ type: String, nullable: true }) region!: string | null;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The slice, when it is not a region.' })
  part!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null where it is masked.' })
  persons!: number | null;
  @ApiProperty({ type: RowDenominatorView, nullable: true }) denominator!: RowDenominatorView | null;
  @ApiProperty({ type: Number, nullable: true }) coverage!: number | null;
  @ApiProperty({ type: String, nullable: true, example: '44,24%' }) coverageText!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) gap!: number | null;
  @ApiProperty({ type: RowTargetView, nullable: true }) target!: RowTargetView | null;
  @ApiProperty({ type: [String], required: false }) warnings?: readonly string[];
  @ApiProperty({
    required: false,
    description: 'Fewer than ten persons, or such that it would tell of them.',
  })
  masked?: boolean;
}

class TotalView {
  @ApiProperty({ type: 'integer', nullable: true }) persons!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) sumOfParts!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) overlap!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) unmapped!: number | null;
  @ApiProperty({ required: false }) masked?: boolean;
}

/** How far the figures are. */
export class FreshnessView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) recordedThrough!: string | null;
  @ApiProperty({ type: 'integer' }) lagMs!: number;
  @ApiProperty({ type: 'integer', description: 'Events in the figures, each once.' }) applied!: number;
  @ApiProperty({
    enum: READING_MARKS,
    description:
      'All that the log has is read and added up; some is not, but it goes on; some is not and nothing moves; nobody knows.',
  })
  reading!: ReadingMark;
}

class LinksView {
  @ApiProperty() definition!: string;
  @ApiProperty() proof!: string;
  @ApiProperty() csv!: string;
}

/** The answer of `GET /v1/coverage`. */
export class CoverageView {
  @ApiProperty({ format: 'date' }) asOf!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) knownOn!: string | null;
  @ApiProperty() measure!: string;
  @ApiProperty({ type: 'integer' }) graceMonths!: number;
  @ApiProperty({ type: [RowView] }) rows!: readonly RowView[];
  @ApiProperty({ type: TotalView }) total!: TotalView;
  @ApiProperty({ type: FreshnessView }) freshness!: FreshnessView;
  @ApiProperty({ type: LinksView }) links!: LinksView;
  @ApiProperty({ required: false, description: 'What has to be said of protected persons.' }) notice?: string;
}

/** What has to be said wherever protected persons are counted. */
export const noticeOf = ({ measure }: Pick<CoverageQuestion, 'measure'>): { readonly notice?: string } =>
  measure === 'protected' ? { notice: REASONS['protected-is-no-entitlement'] } : {};

/** The answer as JSON. `address` is the request's own, which gives the same rows as CSV. */
export const coverageView = (
  { asOf, knownOn, measure, graceMonths }: CoverageQuestion,
  { rows, total, freshness }: CoverageAnswer,
  address: string,
): CoverageView => ({
  asOf,
  knownOn,
  measure,
  graceMonths,
  rows,
  total,
  freshness,
  links: { definition: '/docs', proof: '/v1/proof', csv: address },
  ...noticeOf({ measure }),
});

const OF_THE_FIGURE = 'asOf knownOn measure region name part persons coverage coverageText gap';
const OF_DENOMINATOR = 'denominatorId denominatorVersion denominator definition denominatorAsOf source';
const OF_TARGET = 'targetId targetVersion targetKind target needed warnings masked graceMonths';

/** The columns of the CSV. */
export const COVERAGE_COLUMNS: readonly string[] = `${OF_THE_FIGURE} ${OF_DENOMINATOR} ${OF_TARGET}`.split(
  ' ',
);

/** The rows as CSV has them: one line each, what belongs to denominator and target beside it. */
export const coverageCsvRows = (
  { asOf, knownOn, measure, graceMonths }: CoverageQuestion,
  { rows }: CoverageAnswer,
): readonly CsvRow[] =>
  rows.map(
    ({
      denominator,
      target,
      warnings,
      region,
      name,
      part,
      persons,
      coverage,
      coverageText,
      gap,
      masked,
    }) => ({
      asOf,
      knownOn,
      measure,
      graceMonths,
      region,
      name,
      part,
      persons,
      coverage,
      coverageText,
      gap,
      masked,
      denominatorId: denominator?.id,
      denominatorVersion: denominator?.version,
      denominator: denominator?.value,
      definition: denominator?.definition,
      denominatorAsOf: denominator?.asOf,
      source: denominator?.source,
      targetId: target?.id,
      targetVersion: target?.version,
      targetKind: target?.kind,
      target: target?.value,
      needed: target?.needed,
      warnings: warnings?.join(' '),
    }),
  );
