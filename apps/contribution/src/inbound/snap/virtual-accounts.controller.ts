import { Batcher, CurrentCause, Public, type RequestCause } from '#libs/http';
import type { Outcome } from '#libs/kernel';
import { Body, Controller, HttpCode, Post, UseFilters, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExternalIds, type ExternalId } from '../../use-cases/external-ids.js';
import {
  SettlePaymentsWhenReceived,
  type AskedFirst,
  type PaymentAnswer,
} from '../../use-cases/settle-payments-when-received.js';
import { StateBill } from '../../use-cases/state-bill.js';
import { Views } from '../../use-cases/views.js';
import { paidAnswer, refusedAnswer, replayAnswer, type SnapAnswer } from './payment-answers.js';
import { billedAnswer } from './inquiry-answer.js';
import { statusAnswer } from './status-answer.js';
import { SnapRefusal } from './snap-refusal.js';
import {
  InquiryRequest,
  SignedOperation,
  SnapAnswerBody,
  SnapPaymentRequest,
  StatusRequest,
} from './snap-documents.js';
import { SnapFilter } from './snap.filter.js';
import { Signed, type SignedBy } from './signed-by.js';
import { SnapGuard } from './snap.guard.js';
import { dayOf } from './snap-headers.js';
import { fieldsOf } from './snap-fields.js';
import { paymentIdOf, paymentIn, requestIdIn } from './snap-requests.js';
import { paymentCodeOf, virtualAccountIn } from './virtual-account.js';

/** Virtual accounts by SNAP BI: the bank asks what there is to pay, and whether a payment is taken. */
@ApiTags('snap')
@Controller('v1.0/transfer-va')
@Public()
@UseGuards(SnapGuard)
@UseFilters(SnapFilter)
export class VirtualAccountsController {
  private readonly taking: Batcher<ExternalId, Outcome<ExternalId>>;
  private readonly settling: Batcher<AskedFirst, PaymentAnswer>;

  constructor(
    private readonly externalIds: ExternalIds,
    settlePayments: SettlePaymentsWhenReceived,
    private readonly stateBill: StateBill,
    private readonly views: Views,
  ) {
    this.taking = new Batcher((batch) => this.externalIds.take(batch));
    this.settling = new Batcher((batch) => settlePayments.settleIfAccepted(batch));
  }

  /** What is billed for the virtual account through this month. */
  @Post('inquiry')
  @HttpCode(200)
  @SignedOperation(InquiryRequest, SnapAnswerBody)
  async inquiry(@Body() stated: unknown, @Signed() by: SignedBy): Promise<SnapAnswer> {
    const body = fieldsOf(stated);
    const account = virtualAccountIn(body);
    const inquiryRequestId = requestIdIn(body, 'inquiryRequestId');
    await this.takeOnce(by, 'inquiry', inquiryRequestId);
    const bill = await this.stateBill.find(paymentCodeOf(account), null);
    return billedAnswer(bill, { ...account, inquiryRequestId }, by.partner);
  }

  /** Takes a payment, once; what is not taken moves no money, and the bank gives it back. */
  @Post('payment')
  @HttpCode(200)
  @SignedOperation(SnapPaymentRequest, SnapAnswerBody)
  async payment(
    @Body() stated: unknown,
    @Signed() by: SignedBy,
    @CurrentCause() cause: RequestCause,
  ): Promise<SnapAnswer> {
    const body = fieldsOf(stated);
    const data = paymentIn(body, by.partner);
    await this.takeOnce(by, 'payment', data.paymentId);
    const asked = { ...cause, data, recordedAt: null, terms: TERMS[by.partner.trxType] };
    const answer = await this.settling.submit(asked);
    if (answer.kind === 'happened' && answer.events[0].type === 'PaymentAccepted') return paidAnswer(body);
    if (answer.kind === 'refused') throw refusedAnswer(answer.reason, body);
    return replayAnswer(body, by.partner, answer);
  }

  /** What became of a payment. */
  @Post('status')
  @HttpCode(200)
  @SignedOperation(StatusRequest, SnapAnswerBody)
  async status(@Body() stated: unknown, @Signed() { partner: { gateway } }: SignedBy): Promise<SnapAnswer> {
    const body = fieldsOf(stated);
    const account = virtualAccountIn(body);
    const name = 'paymentRequestId' in body ? 'paymentRequestId' : 'inquiryRequestId';
    const requestId = requestIdIn(body, name);
    const payment = await this.views.payment({ gateway, paymentId: paymentIdOf(requestId) });
    return statusAnswer(payment, { ...account, [name]: requestId });
  }

  private async takeOnce(by: SignedBy, service: string, requestId: string): Promise<void> {
    const { partner, externalId, timestamp } = by;
    const { gateway } = partner;
    const taken = await this.taking.submit({
      gateway,
      day: dayOf(timestamp),
      service,
      externalId,
      requestId,
    });
    if (taken.kind === 'refused') throw new SnapRefusal('409-00');
  }
}

const TERMS = { C: 'closed', O: 'open' } as const;
