import type { ProblemField } from '#libs/http';
import type { Reason } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { ClaimAnswer } from '../../use-cases/claims.js';
import type { DisbursementResult } from '../../use-cases/record-result-of-disbursement.js';
import type { ResultRow } from './disbursement-result-rows.js';

const STATUSES = ['recorded', 'repeated', 'refused', 'malformed'] as const;
type RowStatus = (typeof STATUSES)[number];

class ResultFieldView {
  @ApiProperty() path!: string;
  @ApiProperty() reason!: string;
}

/** What became of a row. */
export class ResultRowView {
  @ApiProperty({ description: 'Its number, counted from 1, a header not counted.' }) row!: number;
  @ApiProperty({ type: String, nullable: true }) disbursementId!: string | null;
  @ApiProperty({ enum: STATUSES }) status!: RowStatus;
  @ApiProperty({ type: [String] }) reasons!: readonly Reason[];
  @ApiProperty({ type: [ResultFieldView] }) fields!: readonly ProblemField[];
}

/** What became of a file. */
export class ResultBatchView {
  @ApiProperty() recorded!: number;
  @ApiProperty() repeated!: number;
  @ApiProperty() refused!: number;
  @ApiProperty() malformed!: number;
  @ApiProperty({ type: [ResultRowView] }) results!: readonly ResultRowView[];
}

const STATUS_OF = { happened: 'recorded', ignored: 'repeated', refused: 'refused' } as const;

/** A row that is no result: it was not asked about. */
export const malformedView = (
  { disbursementId, reasons, fields }: Extract<ResultRow, { kind: 'malformed' }>,
  place: number,
): ResultRowView => ({ row: place + 1, disbursementId, status: 'malformed', reasons, fields });

/** A row with what it was answered. */
export const resultView = (
  { disbursementId }: DisbursementResult,
  place: number,
  answer: ClaimAnswer,
): ResultRowView => ({
  row: place + 1,
  disbursementId,
  status: STATUS_OF[answer.kind],
  reasons: answer.kind === 'happened' ? [] : [answer.reason],
  fields: [],
});

/** The file with what became of each row. */
export const resultBatchView = (results: readonly ResultRowView[]): ResultBatchView => {
  const counts = { recorded: 0, repeated: 0, refused: 0, malformed: 0 };
  for (const { status } of results) counts[status] += 1;
  return { ...counts, results };
};
