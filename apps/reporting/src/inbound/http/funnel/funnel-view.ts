import type { CsvRow } from '#libs/http';
import { ApiProperty } from '@nestjs/swagger';
import type { FunnelCounts } from '../../../use-cases/funnel.js';
import type { FunnelAnswer, FunnelRow } from '../../../use-cases/show-the-funnel.js';
import { FreshnessView } from '../coverage/coverage-view.js';

/** What is counted, and how. */
const DEFINITION =
  'Memberships registered in the period, by where the person lived on that day: all; those with a contribution that was ' +
  'not reversed; those covered on the same day 3, 6 and 12 months after registration. Retention is of those for whom ' +
  'that day has come. After an event goes on who has paid for days behind it. Reached are those whom the campaigns on ' +
  'record say they have.';

const COUNT = { type: 'integer' } as const;

class AfterView {
  @ApiProperty(COUNT) '3'!: number;
  @ApiProperty(COUNT) '6'!: number;
  @ApiProperty(COUNT) '12'!: number;
}

class RetentionView {
  @ApiProperty({ type: 'integer', description: 'Memberships for which the day has come.' }) due!: number;
  @ApiProperty({ type: 'integer', description: 'Of these, covered on it.' }) kept!: number;
  @ApiProperty({ type: Number, nullable: true, description: '`kept` of `due`; null of none.' })
  share!: number | null;
}

class RetentionsView {
  @ApiProperty({ type: RetentionView }) '3'!: RetentionView;
  @ApiProperty({ type: RetentionView }) '6'!: RetentionView;
  @ApiProperty({ type: RetentionView }) '12'!: RetentionView;
}

class EventCoverView {
  @ApiProperty({ type: 'integer', description: 'Memberships covered for an event.' }) covered!: number;
  @ApiProperty({ type: 'integer', description: 'Of these, whose person has since paid for days behind it.' })
  wentOn!: number;
  @ApiProperty({ type: Number, nullable: true, description: '`wentOn` of `covered`; null of none.' })
  conversion!: number | null;
}

class CountsView {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'People; null where no campaign is on record.',
  })
  reached!: number | null;
  @ApiProperty(COUNT) signedUp!: number;
  @ApiProperty(COUNT) firstPaid!: number;
  @ApiProperty({ type: AfterView }) activeAfter!: AfterView;
  @ApiProperty({ type: RetentionsView }) retention!: RetentionsView;
  @ApiProperty({ type: EventCoverView }) eventCover!: EventCoverView;
}

class PartView extends CountsView {
  @ApiProperty({ type: String, nullable: true, description: 'Null: without a campaign.' })
  part!: string | null;
}

/** The answer of `GET /v1/funnel`. */
export class FunnelView extends CountsView {
  @ApiProperty({ description: 'Codes, sorted and joined by commas.' }) region!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) through!: string;
  @ApiProperty({ format: 'date', description: 'Days after it have not come yet.' }) asOf!: string;
  @ApiProperty() definition!: string;
  @ApiProperty({ type: [PartView], description: 'By part; empty without a cut.' }) rows!: readonly PartView[];
  @ApiProperty({ type: FreshnessView }) freshness!: FreshnessView;
}

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of);

const countsView = ({
  reached,
  retention,
  eventCovered: covered,
  wentOn,
  ...counts
}: FunnelCounts & { readonly reached: number | null }): CountsView => {
  const kept = (months: 3 | 6 | 12): RetentionView => ({
    ...retention[months],
    share: share(retention[months].kept, retention[months].due),
  });
  return {
    reached,
    signedUp: counts.signedUp,
    firstPaid: counts.firstPaid,
    activeAfter: counts.activeAfter,
    retention: { '3': kept(3), '6': kept(6), '12': kept(12) },
    eventCover: { covered, wentOn, conversion: share(wentOn, covered) },
  };
};

/** The funnel as JSON. */
export const funnelView = (
  { from, through }: { readonly from: string; readonly through: string },
  { regions, today, whole, rows }: FunnelAnswer,
): Omit<FunnelView, 'freshness'> => ({
  region: regions.join(','),
  from,
  through,
  asOf: today,
  ...countsView(whole),
  definition: DEFINITION,
  rows: rows.map(({ part, ...counts }) => ({ part, ...countsView(counts) })),
});

/** The columns of the CSV. */
export const FUNNEL_COLUMNS: readonly string[] = (
  'region from through asOf part reached signedUp firstPaid ' +
  'due3 kept3 due6 kept6 due12 kept12 eventCovered wentOn'
).split(' ');

const csvRow = ({
  part,
  reached,
  signedUp,
  firstPaid,
  retention,
  eventCovered,
  wentOn,
}: FunnelRow): CsvRow => ({
  part,
  reached,
  signedUp,
  firstPaid,
  due3: retention[3].due,
  kept3: retention[3].kept,
  due6: retention[6].due,
  kept6: retention[6].kept,
  due12: retention[12].due,
  kept12: retention[12].kept,
  eventCovered,
  wentOn,
});

/** The funnel as CSV has it: a line for each part, or one for the whole where it is not cut. */
export const funnelCsvRows = (
  {
    from,
    through,
    by = null,
  }: { readonly from: string; readonly through: string; readonly by?: string | null },
  { regions, today: asOf, whole, rows }: FunnelAnswer,
): readonly CsvRow[] =>
  (by === null ? [{ part: null, ...whole }] : rows).map((row) => ({
    region: regions.join(','),
    from,
    through,
    asOf,
    ...csvRow(row),
  }));
