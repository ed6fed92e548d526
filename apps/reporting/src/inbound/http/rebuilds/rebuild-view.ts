import { ApiProperty } from '@nestjs/swagger';
import {
  areSame,
  REBUILD_STATUSES,
  secondsLeft,
  type Comparison,
  type Rebuild,
  type RebuildStatus,
} from '../../../use-cases/rebuild/rebuilds.js';

class DifferingRowView {
  @ApiProperty({ type: Object, additionalProperties: true, description: 'What the row is about, by column.' })
  key!: Readonly<Record<string, string | number>>;
  @ApiProperty({
    type: 'integer',
    description: 'What it counts in the old figures; 0 where they do not have it.',
  })
  old!: number;
  @ApiProperty({ type: 'integer' }) new!: number;
}

class TableView {
  @ApiProperty() table!: string;
  @ApiProperty({ type: 'integer', description: 'Rows that count somebody.' }) oldRows!: number;
  @ApiProperty({ type: 'integer' }) newRows!: number;
  @ApiProperty({ type: 'integer', description: 'Rows that are not the same on both sides.' })
  differing!: number;
  @ApiProperty({ type: [DifferingRowView], description: 'The first of them.' })
  first!: readonly DifferingRowView[];
}

class ComparisonView {
  @ApiProperty({ description: 'Every row is the same.' }) same!: boolean;
  @ApiProperty({ format: 'date-time', description: 'When both were as far in the log and stood still.' })
  comparedAt!: string;
  @ApiProperty({ type: [TableView] }) tables!: readonly TableView[];
}

class RebuildProgressView {
  @ApiProperty({ type: 'integer', description: 'Messages of the log that were read.' }) read!: number;
  @ApiProperty({ type: 'integer', description: 'Messages of the log up to where the live figures are.' })
  total!: number;
  @ApiProperty({ type: 'integer' }) messagesPerSecond!: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Until the log is read; null: not known yet.',
  })
  secondsLeft!: number | null;
}

/** A rebuild of the figures beside the live ones. */
export class RebuildView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer', description: 'Counts rebuilds, oldest first.' }) number!: number;
  @ApiProperty({
    enum: REBUILD_STATUSES,
    description:
      'loading: the log is read; comparing; ready: goes on with the log and waits for a word; switching, rolling-back: ' +
      'about to change places; switched: live, the old figures are kept; settled: live, the old ones are gone.',
  })
  status!: RebuildStatus;
  @ApiProperty({ description: 'The subject of the token.' }) askedBy!: string;
  @ApiProperty({ format: 'date-time' }) askedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) messagesPerSecondMax!: number | null;
  @ApiProperty({ type: RebuildProgressView }) progress!: RebuildProgressView;
  @ApiProperty({
    type: ComparisonView,
    nullable: true,
    description: 'Old figures against new ones, once compared.',
  })
  comparison!: ComparisonView | null;
  @ApiProperty({ type: String, nullable: true, description: 'What keeps it from going on, or has ended it.' })
  trouble!: string | null;
}

/** Rebuilds, newest first. */
export class RebuildsView {
  @ApiProperty({ type: [RebuildView] }) items!: readonly RebuildView[];
  @ApiProperty({ type: String, nullable: true, description: 'Ask for what follows with `after`.' })
  next!: string | null;
}

const comparisonView = ({ comparedAt, tables }: Comparison): ComparisonView => ({
  same: areSame({ tables }),
  comparedAt,
  tables,
});

/** A rebuild as JSON. */
export const rebuildView = ({ progress, comparison, ...rebuild }: Rebuild): RebuildView => ({
  ...rebuild,
  progress: { ...progress, secondsLeft: secondsLeft(progress) },
  comparison: comparison && comparisonView(comparison),
});
