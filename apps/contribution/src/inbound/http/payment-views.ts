import type { Reason } from '#libs/kernel';
import { AsFlag, PROBLEM_MEDIA_TYPE } from '#libs/http';
import {
  ApiProperty,
  ApiPropertyOptional,
  ApiUnprocessableEntityResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import type { LineStatus, LineView, PaymentView } from '../../use-cases/views.js';

const STATUSES = ['accepted', 'unmatched', 'refused', 'refunded', 'reversed'];

export class PaymentQuery {
  @ApiPropertyOptional({ type: Boolean, description: 'All rules and the answer; nothing is stored.' })
  @IsBoolean()
  @AsFlag()
  dryRun: boolean = false;
}

/** A line of a payment that was not settled; its money is owed. */
export class UnsettledLineBody {
  @ApiProperty({ description: 'Counted from 0.' }) index!: number;
  @ApiProperty({ type: [String] }) reasons!: readonly Reason[];
}

/** The result of a payment. */
export class PaymentResultBody {
  @ApiProperty() gateway!: string;
  @ApiProperty() paymentId!: string;
  @ApiProperty({ enum: STATUSES }) status!: LineStatus;
  @ApiProperty({ type: [String], format: 'uuid', description: 'Empty in a dry run, which makes none.' })
  contributions!: readonly string[];
  @ApiProperty({ type: [String], description: 'Why nothing of it was settled.' }) reasons!: readonly Reason[];
  @ApiProperty({
    type: [UnsettledLineBody],
    nullable: true,
    description: 'Null for a payment without lines.',
  })
  lines!: readonly UnsettledLineBody[] | null;
}

/** Documents the 422 of a payment: a problem with the result as its member `result`. */
export const MayRefuse = () =>
  ApiUnprocessableEntityResponse({
    description: 'Understood, and refused by a rule; the money is owed.',
    content: {
      [PROBLEM_MEDIA_TYPE]: {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { result: { $ref: getSchemaPath(PaymentResultBody) } } },
          ],
        },
      },
    },
  });

/** What became of a line. */
export class LineBody {
  @ApiProperty({ description: 'Counted from 0; a payment without lines has this one.' }) index!: number;
  @ApiProperty({ enum: STATUSES }) status!: LineStatus;
  @ApiProperty({ description: 'Rupiah.' }) amount!: number;
  @ApiProperty({ type: [String], format: 'uuid' }) contributions!: readonly string[];
  @ApiProperty({ type: [String] }) reasons!: readonly Reason[];
  @ApiProperty({ description: 'Rupiah that paying late was charged with it.' }) lateFeeCharged!: number;
  @ApiProperty({ description: 'Rupiah of the amount that paid late fees.' }) lateFeePaid!: number;
}

/** What became of a payment. */
export class PaymentBody {
  @ApiProperty() gateway!: string;
  @ApiProperty() paymentId!: string;
  @ApiProperty({ enum: STATUSES }) status!: LineStatus;
  @ApiProperty() method!: string;
  @ApiProperty({ description: 'Rupiah.' }) amount!: number;
  @ApiProperty({ format: 'date-time' }) settledAt!: string;
  @ApiProperty({ format: 'date-time', description: 'When its last result was recorded.' })
  recordedAt!: string;
  @ApiProperty({ type: [String], format: 'uuid' }) contributions!: readonly string[];
  @ApiProperty({ type: [String] }) reasons!: readonly Reason[];
  @ApiProperty({ type: [LineBody] }) lines!: readonly LineBody[];
}

const reasonsOf = ({ reason }: LineView): Reason[] => (reason === null ? [] : [reason]);
const once = (reasons: readonly Reason[]): Reason[] => [...new Set(reasons)];
const idsOf = ({ lines }: PaymentView) => lines.flatMap(({ contributionIds }) => contributionIds);

/** The payment as `GET` shows it. */
export const paymentBody = (payment: PaymentView): PaymentBody => ({
  gateway: payment.gateway,
  paymentId: payment.paymentId,
  status: payment.status,
  method: payment.method,
  amount: payment.amountRupiah,
  settledAt: payment.settledAt,
  recordedAt: payment.recordedAt,
  contributions: idsOf(payment),
  reasons: once(payment.lines.flatMap(reasonsOf)),
  lines: payment.lines.map((line) => ({
    index: line.index,
    status: line.status,
    amount: line.amountRupiah,
    contributions: line.contributionIds,
    reasons: reasonsOf(line),
    lateFeeCharged: line.lateFees.chargedRupiah,
    lateFeePaid: line.lateFees.paidRupiah,
  })),
});

/** The payment as the result that its gateway would be given now. */
export const resultBody = (payment: PaymentView, namesLines: boolean): PaymentResultBody => {
  const unsettled = payment.lines.filter(({ reason }) => reason !== null);
  const isAccepted = payment.status === 'accepted';
  return {
    gateway: payment.gateway,
    paymentId: payment.paymentId,
    status: payment.status,
    contributions: idsOf(payment),
    reasons: isAccepted ? [] : once(unsettled.flatMap(reasonsOf)),
    lines: namesLines ? unsettled.map((line) => ({ index: line.index, reasons: reasonsOf(line) })) : null,
  };
};
