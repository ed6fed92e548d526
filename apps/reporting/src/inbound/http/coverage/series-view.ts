import type { CsvRow } from '#libs/http';
import { ApiProperty } from '@nestjs/swagger';
import type { CoverageQuestion } from '../../../use-cases/coverage-question.js';
import type { Point } from '../../../use-cases/draw-coverage-over-time.js';
import { FreshnessView } from './coverage-view.js';

class PointView {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: 'integer' }) persons!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Null without a denominator for the day.' })
  coverage!: number | null;
}

/** The answer of `GET /v1/coverage/series`. */
export class SeriesView {
  @ApiProperty({ type: [PointView] }) points!: readonly PointView[];
  @ApiProperty({ type: FreshnessView }) freshness!: FreshnessView;
  @ApiProperty({ required: false, description: 'What has to be said of protected persons.' }) notice?: string;
}

/** The columns of the CSV. */
export const SERIES_COLUMNS: readonly string[] =
  'on knownOn measure graceMonths region persons coverage'.split(' ');

/** The points as CSV has them: one line each. */
export const seriesCsvRows = (
  {
    regions,
    knownOn,
    measure,
    graceMonths,
  }: Pick<CoverageQuestion, 'regions' | 'knownOn' | 'measure' | 'graceMonths'>,
  points: readonly Point[],
): readonly CsvRow[] =>
  points.map(({ on, persons, coverage }) => ({
    on,
    knownOn,
    measure,
    graceMonths,
    region: regions.codes.join(','),
    persons,
    coverage,
  }));
