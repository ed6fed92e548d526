import type { CsvRow } from '#libs/http';
import { ApiProperty } from '@nestjs/swagger';
import type { RankedChild, RankedGaps, SharedBy } from '../../../use-cases/rank-where-the-gap-closes.js';
import { FreshnessView, RowDenominatorView, RowView } from '../coverage/coverage-view.js';

const RANK = { type: 'integer', nullable: true, description: 'From 1; equal ones share theirs.' } as const;

class RanksView {
  @ApiProperty(RANK) missing!: number | null;
  @ApiProperty(RANK) pace!: number | null;
  @ApiProperty(RANK) retention!: number | null;
}

class ShareView {
  @ApiProperty({ type: 'integer', description: 'Persons that have to be reached here.' }) goal!: number;
  @ApiProperty({ type: 'integer', description: 'How many more that are; never below 0.' }) needed!: number;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'When, at the pace of the last 28 days; null when that is 0 or less.',
  })
  projectedOn!: string | null;
}

class GapView {
  @ApiProperty() region!: string;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: 'integer', description: 'Active persons.' }) persons!: number;
  @ApiProperty({ type: RowDenominatorView, nullable: true }) denominator!: RowDenominatorView | null;
  @ApiProperty({ type: Number, nullable: true }) coverage!: number | null;
  @ApiProperty({ type: String, nullable: true, example: '44,24%' }) coverageText!: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Denominator less persons, never below 0; null without a denominator.',
  })
  missing!: number | null;
  @ApiProperty({
    type: Number,
    description: 'Persons a day over the last 28 days; below 0 where there are fewer.',
  })
  pacePerDay!: number;
  @ApiProperty({ type: 'integer', description: 'Persons who are registered on the day.' })
  registered!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Active persons for each registered one; null where nobody is registered.',
  })
  retention!: number | null;
  @ApiProperty({ type: RanksView }) ranks!: RanksView;
  @ApiProperty({ type: ShareView, nullable: true, description: 'Null without a target to share out.' })
  share!: ShareView | null;
}

/** The answer of `GET /v1/gaps`. */
export class GapsView {
  @ApiProperty({ format: 'date' }) asOf!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) knownOn!: string | null;
  @ApiProperty({ enum: ['missing', 'pace', 'retention'] }) rankedBy!: string;
  @ApiProperty({ type: RowView, description: 'The region itself, with the target that is shared out.' })
  whole!: RowView;
  @ApiProperty({
    enum: ['denominator', 'registered'],
    nullable: true,
    description: 'By the people of each part; where those of one are not known, by who is registered.',
  })
  sharedBy!: SharedBy | null;
  @ApiProperty({
    type: [GapView],
    description: 'Every child, or what lies in them, in the order of the ranking.',
  })
  rows!: readonly GapView[];
  @ApiProperty({ type: 'integer', description: 'Persons who belong to none of the rows.' })
  elsewhere!: number;
  @ApiProperty({ type: FreshnessView }) freshness!: FreshnessView;
}

const gapView = ({ row, ...child }: RankedChild): GapView => ({
  region: child.region,
  name: row.name,
  persons: child.persons,
  denominator: row.denominator,
  coverage: row.coverage,
  coverageText: row.coverageText,
  missing: child.missing,
  pacePerDay: child.pacePerDay,
  registered: child.registered,
  retention: child.retention,
  ranks: child.ranks,
  share: child.share,
});

/** The ranked children as JSON. */
export const gapsView = (
  { asOf, knownOn, rankedBy }: Pick<GapsView, 'asOf' | 'knownOn' | 'rankedBy'>,
  { children, ...ranked }: RankedGaps,
): GapsView => ({ asOf, knownOn, rankedBy, ...ranked, rows: children.map(gapView) });

const OF_THE_REGION =
  'asOf knownOn region name persons coverage coverageText missing pacePerDay registered retention';
const OF_THE_RANKING = 'rankMissing rankPace rankRetention targetId targetVersion goal needed projectedOn';
const OF_DENOMINATOR = 'denominatorId denominatorVersion denominator definition denominatorAsOf source';

/** The columns of the CSV. */
export const GAPS_COLUMNS: readonly string[] = `${OF_THE_REGION} ${OF_THE_RANKING} ${OF_DENOMINATOR}`.split(
  ' ',
);

/** The ranked regions as CSV has them: one line each, in the order of the ranking. */
export const gapsCsvRows = ({ asOf, knownOn, whole: { target }, rows }: GapsView): readonly CsvRow[] =>
  rows.map(({ denominator, ranks, share, ...row }) => ({
    asOf,
    knownOn,
    ...row,
    rankMissing: ranks.missing,
    rankPace: ranks.pace,
    rankRetention: ranks.retention,
    targetId: share && target?.id,
    targetVersion: share && target?.version,
    ...share,
    denominatorId: denominator?.id,
    denominatorVersion: denominator?.version,
    denominator: denominator?.value,
    definition: denominator?.definition,
    denominatorAsOf: denominator?.asOf,
    source: denominator?.source,
  }));
