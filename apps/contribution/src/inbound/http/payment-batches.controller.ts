import type { PaymentSettled } from '#libs/contracts';
import {
  Allow,
  CSV_MEDIA_TYPE,
  CurrentActor,
  CurrentCause,
  query,
  StatedAt,
  StreamBody,
  type Actor,
  type RequestCause,
  type Streamed,
} from '#libs/http';
import { plainBatch } from '#libs/kernel';
import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Received } from '../../use-cases/books.js';
import {
  SettlePaymentsWhenReceived,
  type PaymentAnswer,
} from '../../use-cases/settle-payments-when-received.js';
import { batchBody, notTaken, PaymentBatchBody, resultOf, type RowResult } from './payment-batch-views.js';
import { readPayments, type PaymentRow } from './payment-rows.js';
import { PaymentQuery } from './payment-views.js';
import { speaksFor } from './speaks-for.js';

/** So many payments share a transaction. */
const BATCH_MAX = 500;

/** Files of payments. */
@ApiTags('payments')
@Allow('gateway', 'officer')
@Controller('v1/payment-batches')
export class PaymentBatchesController {
  constructor(private readonly settlePayments: SettlePaymentsWhenReceived) {}

  /**
   * Takes many payments in, each by itself and as if it came alone: NDJSON or CSV, up to 10,000 rows. 200 with a result for
   * each row. A file that cannot be read is refused before anything of it is taken; sent again, what was taken is repeated.
   */
  @Post()
  @HttpCode(200)
  @ApiConsumes(CSV_MEDIA_TYPE, 'application/x-ndjson')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ type: PaymentBatchBody })
  async settle(
    @StreamBody() file: Streamed,
    @Query(query(PaymentQuery)) { dryRun }: PaymentQuery,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<PaymentBatchBody> {
    const rows = await readPayments(file);
    const payments = rows
      .filter((row) => isSendable(row, actor))
      .map(({ payment }) => ({ ...cause, data: payment, recordedAt }));
    const answers = (
      await (dryRun ? this.settlePayments.tryOut(payments) : this.settleAll(payments))
    ).values();
    const results = rows.map((row, place) => {
      const paymentId = row.kind === 'payment' ? row.payment.paymentId : row.paymentId;
      const result = objectionTo(row, actor) ?? resultOf(answers.next().value!, dryRun);
      return { row: place + 1, paymentId, ...result };
    });
    return batchBody(results);
  }

  private async settleAll(payments: readonly Received<PaymentSettled>[]): Promise<readonly PaymentAnswer[]> {
    const answers: PaymentAnswer[] = [];
    for (let from = 0; from < payments.length; from += BATCH_MAX) {
      const batch = plainBatch(payments.slice(from, from + BATCH_MAX));
      answers.push(...(await this.settlePayments.settle(batch)));
    }
    return answers;
  }
}

const objectionTo = (row: PaymentRow, actor: Actor): RowResult | null => {
  if (row.kind === 'malformed') return notTaken('malformed', 'malformed', row.fields);
  return speaksFor(actor, row.payment.gateway) ? null : notTaken('refused', 'gateway-mismatch');
};

const isSendable = (row: PaymentRow, actor: Actor): row is PaymentRow & { kind: 'payment' } =>
  objectionTo(row, actor) === null;
