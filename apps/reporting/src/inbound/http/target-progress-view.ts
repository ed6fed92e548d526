import { TARGET_KINDS } from '#libs/contracts';
import { ApiProperty } from '@nestjs/swagger';
import type { TargetProgress } from '../../use-cases/show-the-progress-of-a-target.js';
import { FreshnessView } from './coverage/coverage-view.js';

class ProgressTargetView {
  @ApiProperty() id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: TARGET_KINDS }) kind!: string;
  @ApiProperty({ description: 'A share for a coverage target, otherwise persons.' }) value!: number;
}

class RangeView {
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'At the pace of the best week.' })
  earliestOn!: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'At the pace of the worst week.',
  })
  latestOn!: string | null;
}

/** The answer of `GET /v1/targets/{id}/progress`. */
export class ProgressView {
  @ApiProperty({ format: 'date' }) asOf!: string;
  @ApiProperty({ type: ProgressTargetView }) target!: ProgressTargetView;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Id of the denominator that a share is taken of.',
  })
  denominatorId!: string | null;
  @ApiProperty({
    type: 'integer',
    description: 'Active persons; of a target for new ones, those who joined.',
  })
  reached!: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Null for a share of an unknown denominator.',
  })
  needed!: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Null without a last day; 0 when it is over.',
  })
  daysLeft!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Persons a day until the last day.' })
  neededPerDay!: number | null;
  @ApiProperty({
    type: Number,
    description: 'Persons a day over the last 28 days; below 0 where fewer are there.',
  })
  pacePerDay!: number;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Null when the pace is 0 or less.',
  })
  projectedOn!: string | null;
  @ApiProperty({ type: RangeView, description: 'By the best and the worst of the last four weeks.' })
  projectedBetween!: RangeView;
  @ApiProperty({ type: [String], description: 'Slugs, such as target-base-differs.' })
  warnings!: readonly string[];
  @ApiProperty({ type: FreshnessView }) freshness!: FreshnessView;
}

/** How far a target is, as JSON. */
export const progressView = ({
  target,
  denominator,
  ...progress
}: TargetProgress): Omit<ProgressView, 'freshness'> => ({
  ...progress,
  target: { id: target.id, version: target.version, kind: target.kind, value: target.value },
  denominatorId: denominator?.id ?? null,
});
