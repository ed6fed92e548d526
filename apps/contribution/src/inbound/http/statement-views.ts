import { ApiProperty } from '@nestjs/swagger';
import type { Statement, StatementEntry } from '../../use-cases/views.js';
import { PayerBody } from './payer-body.js';

/** Something that was paid. */
export class StatementEntryBody {
  @ApiProperty({ format: 'uuid' }) contributionId!: string;
  @ApiProperty() gateway!: string;
  @ApiProperty() paymentId!: string;
  @ApiProperty({ type: [String], description: 'Empty for event cover.' }) months!: readonly string[];
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) through!: string;
  @ApiProperty({ description: 'Rupiah.' }) amount!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Rupiah by programme.',
  })
  amounts!: StatementEntry['amounts'];
  @ApiProperty({ type: PayerBody }) payer!: PayerBody;
  @ApiProperty({ format: 'date-time' }) paidAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) reversedAt!: string | null;
}

/** What was paid for a membership, the oldest cover first. */
export class StatementBody {
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty({
    description: 'Rupiah left of late fees, to be paid with later months; below nought: paid too much.',
  })
  lateFeesOwed!: number;
  @ApiProperty({ type: [StatementEntryBody] }) entries!: readonly StatementEntryBody[];
}

const entryBody = ({ amountRupiah, ...entry }: StatementEntry): StatementEntryBody => ({
  ...entry,
  amount: amountRupiah,
});

/** The statement as JSON has it. */
export const statementBody = ({ membershipId, lateFeesOwedRupiah, entries }: Statement): StatementBody => ({
  membershipId,
  lateFeesOwed: lateFeesOwedRupiah,
  entries: entries.map(entryBody),
});
