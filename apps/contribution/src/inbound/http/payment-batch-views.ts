import type { ProblemField } from '#libs/http';
import type { Reason } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { PaymentAnswer } from '../../use-cases/settle-payments-when-received.js';
import { UnsettledLineBody } from './payment-views.js';

const STATUSES = ['accepted', 'unmatched', 'refused', 'repeated', 'malformed'] as const;
type RowStatus = (typeof STATUSES)[number];

class FieldBody {
  @ApiProperty() path!: string;
  @ApiProperty() reason!: string;
}

/** What became of a row. */
export class PaymentRowBody {
  @ApiProperty({ description: 'Its number, counted from 1, a header not counted.' }) row!: number;
  @ApiProperty({ type: String, nullable: true }) paymentId!: string | null;
  @ApiProperty({ enum: STATUSES }) status!: RowStatus;
  @ApiProperty({ type: [String], format: 'uuid' }) contributions!: readonly string[];
  @ApiProperty({ type: [String] }) reasons!: readonly Reason[];
  @ApiProperty({ type: [UnsettledLineBody], nullable: true }) lines!: readonly UnsettledLineBody[] | null;
  @ApiProperty({ type: [FieldBody] }) fields!: readonly ProblemField[];
}

/** What became of a file. */
export class PaymentBatchBody {
  @ApiProperty() accepted!: number;
  @ApiProperty() unmatched!: number;
  @ApiProperty() refused!: number;
  @ApiProperty() repeated!: number;
  @ApiProperty() malformed!: number;
  @ApiProperty({ type: [PaymentRowBody] }) results!: readonly PaymentRowBody[];
}

export type RowResult = Omit<PaymentRowBody, 'row' | 'paymentId'>;

const NOTHING = { contributions: [], reasons: [], lines: null, fields: [] } as const;

/** A row that is no payment, or that its sender may not send. */
export const notTaken = (
  status: 'malformed' | 'refused',
  reason: Reason,
  fields: readonly ProblemField[] = [],
): RowResult => ({ ...NOTHING, status, reasons: [reason], fields });

/** What a payment was answered with; in a dry run there are no ids. */
export const resultOf = (answer: PaymentAnswer, isDryRun: boolean): RowResult => {
  if (answer.kind !== 'happened') {
    const isSame = answer.reason === 'already-answered';
    return { ...NOTHING, status: isSame ? 'repeated' : 'refused', reasons: [answer.reason] };
  }
  const [first] = answer.events;
  if (first.type === 'PaymentUnmatched') return { ...NOTHING, status: 'unmatched', reasons: first.reasons };
  if (first.type === 'PaymentRefused') return { ...NOTHING, status: 'refused', reasons: first.reasons };
  const contributions = isDryRun
    ? []
    : answer.events.flatMap((one) => ('contributions' in one ? one.contributions : []));
  return { ...NOTHING, status: 'accepted', contributions, lines: first.lines };
};

/** The file with a result for each row. */
export const batchBody = (results: readonly PaymentRowBody[]): PaymentBatchBody => {
  const counts = { accepted: 0, unmatched: 0, refused: 0, repeated: 0, malformed: 0 };
  for (const { status } of results) counts[status] += 1;
  return { ...counts, results };
};
