import { ApiProperty } from '@nestjs/swagger';
import type { NumberedBreak, ReconciliationView } from '../../use-cases/reconciliations.js';

/** What somebody said of a break. */
export class ExplanationBody {
  @ApiProperty({ description: 'The subject of the token.' }) by!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

/** Where statement and ledger do not say the same. */
export class BreakBody {
  @ApiProperty() number!: number;
  @ApiProperty({ enum: ['missing-here', 'missing-there', 'different', 'duplicate'] }) kind!: string;
  @ApiProperty() reference!: string;
  @ApiProperty({ enum: ['in', 'out'] }) direction!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'The row of the file, the header not counted.' })
  row!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Rupiah.' }) statementAmount!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Rupiah.' }) ledgerAmount!: number | null;
  @ApiProperty({ enum: ['open', 'proposed', 'settled'] }) status!: string;
  @ApiProperty({ type: [ExplanationBody], description: 'Of two different persons once it is settled.' })
  explanations!: readonly ExplanationBody[];
}

export class BreakCountsBody {
  @ApiProperty({ description: 'The statement has it, the ledger has not.' }) missingHere!: number;
  @ApiProperty({ description: 'The ledger has it, the statement has not.' }) missingThere!: number;
  @ApiProperty() different!: number;
  @ApiProperty() duplicate!: number;
}

/** A statement held against the ledger. */
export class ReconciliationBody {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() gateway!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) through!: string;
  @ApiProperty() madeBy!: string;
  @ApiProperty({ format: 'date-time' }) madeAt!: string;
  @ApiProperty({ description: 'SHA-256 of the file.' }) fileHash!: string;
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Payments of which both say the same, each way for itself.' }) matched!: number;
  @ApiProperty({ type: BreakCountsBody }) breaks!: BreakCountsBody;
  @ApiProperty({ description: 'Breaks that two persons have not explained yet.' }) unsettled!: number;
  @ApiProperty({ type: [BreakBody] }) items!: readonly BreakBody[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export const breakBody = ({
  settlement,
  statementRupiah,
  ledgerRupiah,
  ...one
}: NumberedBreak): BreakBody => ({
  ...one,
  statementAmount: statementRupiah,
  ledgerAmount: ledgerRupiah,
  status: settlement.status,
  explanations: [
    ...('first' in settlement ? [settlement.first] : []),
    ...('second' in settlement ? [settlement.second] : []),
  ],
});

/** Everything of a reconciliation but its breaks. */
export const summaryOf = ({ reconciliation, counts, unsettled }: ReconciliationView) => {
  const { reconciliationId: id, ...rest } = reconciliation;
  const breaks = {
    missingHere: counts['missing-here'],
    missingThere: counts['missing-there'],
    different: counts.different,
    duplicate: counts.duplicate,
  };
  return { id, ...rest, breaks, unsettled };
};
