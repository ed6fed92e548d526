import type { CsvRow } from '#libs/http';
import { REASONS, type Reason } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { BenefitsAnswer, PeriodSums } from '../../use-cases/add-up-benefits.js';
import { FreshnessView } from './coverage/coverage-view.js';

/** What the figure counts, and where. */
const DEFINITION =
  'Benefits paid less benefits returned, by the Jakarta day of payment or return, where the person lives as the ' +
  'payment states it, not where it was claimed. `claims` are those on which more was paid in the period than returned.';

class BenefitSumView {
  @ApiProperty({ type: 'integer', description: 'Rupiah; below 0 where more came back than was paid.' })
  amount!: number;
  @ApiProperty({ type: 'integer' }) claims!: number;
}

class BenefitRowView extends BenefitSumView {
  @ApiProperty({ type: String, nullable: true, description: 'Null without a cut.' }) part!: string | null;
}

class PeriodView extends BenefitSumView {
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) through!: string;
  @ApiProperty({ type: [BenefitRowView] }) rows!: readonly BenefitRowView[];
}

/** Benefits of a period, and of the one compared with. */
export class BenefitsView extends PeriodView {
  @ApiProperty({ description: 'Codes, sorted and joined by commas.' }) region!: string;
  @ApiProperty({ description: 'Whether figures of other such periods may be held against it.' })
  comparable!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'A slug: why it is not comparable.' })
  reason!: Reason | null;
  @ApiProperty({ type: String, nullable: true, description: 'The same for people.' })
  explanation!: string | null;
  @ApiProperty() definition!: string;
  @ApiProperty({
    type: PeriodView,
    nullable: true,
    description: 'Cut to equally many days, as `through` is.',
  })
  compared!: PeriodView | null;
  @ApiProperty({ type: FreshnessView }) freshness!: FreshnessView;
}

const periodView = ({ from, through, amountRupiah, claims, rows }: PeriodSums): PeriodView => ({
  from,
  through,
  amount: amountRupiah,
  claims,
  rows: rows.map((row) => ({ part: row.part, amount: row.amountRupiah, claims: row.claims })),
});

/** What is shown of the sums. */
export const benefitsView = ({
  regions,
  sums,
  compared,
  reason,
}: BenefitsAnswer): Omit<BenefitsView, 'freshness'> => ({
  region: regions.join(','),
  ...periodView(sums),
  comparable: reason === null,
  reason,
  explanation: reason && REASONS[reason],
  definition: DEFINITION,
  compared: compared && periodView(compared),
});

/** The columns of the CSV. */
export const BENEFITS_COLUMNS: readonly string[] =
  'region from through part amount claims comparable reason'.split(' ');

/** The sums as CSV has them: a line for each part of the period, and of the one compared with. */
export const benefitsCsvRows = ({ regions, sums, compared, reason }: BenefitsAnswer): readonly CsvRow[] =>
  (compared === null ? [sums] : [sums, compared]).flatMap(({ from, through, rows }) =>
    rows.map(({ part, amountRupiah: amount, claims }) => ({
      region: regions.join(','),
      from,
      through,
      part,
      amount,
      claims,
      comparable: reason === null,
      reason,
    })),
  );
