import { CAUSES, type Cause } from '../../../use-cases/explain-why-a-figure-differs.js';
import { ApiProperty } from '@nestjs/swagger';
import { FreshnessView, noticeOf } from './coverage-view.js';
import type { Difference, DifferenceQuestion } from '../../../use-cases/explain-why-a-figure-differs.js';

class ChangeView {
  @ApiProperty({
    enum: CAUSES,
    description: '`paid`: recorded by the first covered day; `paid-late`: after it.',
  })
  cause!: Cause;
  @ApiProperty({
    type: 'integer',
    description: 'Persons who came; who came and went on one day of recording are set against each other.',
  })
  gained!: number;
  @ApiProperty({ type: 'integer' }) lost!: number;
  @ApiProperty({ type: 'integer', description: '`gained` less `lost`.' }) persons!: number;
}

/** The answer of `GET /v1/coverage/changes`. */
export class ChangesView {
  @ApiProperty({ description: 'Codes, sorted and joined by commas.' }) region!: string;
  @ApiProperty({ format: 'date' }) asOf!: string;
  @ApiProperty() measure!: string;
  @ApiProperty({ type: 'integer' }) graceMonths!: number;
  @ApiProperty({ format: 'date' }) sinceKnownOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null: all that is known.' })
  knownOn!: string | null;
  @ApiProperty({ type: 'integer', description: 'Persons as known on `sinceKnownOn`.' }) before!: number;
  @ApiProperty({ type: 'integer', description: 'Persons as known on `knownOn`.' }) after!: number;
  @ApiProperty({ type: 'integer', description: '`after` less `before`: the sum of all changes.' })
  difference!: number;
  @ApiProperty({ type: [ChangeView], description: 'One for each cause.' }) changes!: readonly ChangeView[];
  @ApiProperty({ type: FreshnessView }) freshness!: FreshnessView;
  @ApiProperty({ required: false, description: 'What has to be said of protected persons.' }) notice?: string;
}

/** Both figures and their difference by cause. */
export const changesView = (
  { regions, asOf, measure, graceMonths, sinceKnownOn, knownOn }: DifferenceQuestion,
  { before, after, changes }: Difference,
): Omit<ChangesView, 'freshness'> => ({
  region: regions.codes.join(','),
  asOf,
  measure,
  graceMonths,
  sinceKnownOn,
  knownOn,
  before,
  after,
  difference: after - before,
  changes,
  ...noticeOf({ measure }),
});
