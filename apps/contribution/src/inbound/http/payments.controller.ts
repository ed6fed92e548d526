import { paymentSettled, PaymentSettled } from '#libs/contracts';
import {
  Allow,
  Batcher,
  contentOf,
  CurrentActor,
  CurrentCause,
  Problem,
  query,
  StatedAt,
  type Actor,
  type FastifyReply,
  type RequestCause,
} from '#libs/http';
import { Body, Controller, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Received } from '../../use-cases/books.js';
import {
  SettlePaymentsWhenReceived,
  type PaymentAnswer,
} from '../../use-cases/settle-payments-when-received.js';
import { Views } from '../../use-cases/views.js';
import { speaksFor } from './speaks-for.js';
import { answerOf, answerToRepeat, isRefusal, reusesId } from './payment-answer.js';
import {
  MayRefuse,
  PaymentBody,
  paymentBody,
  PaymentQuery,
  PaymentResultBody,
  resultBody,
} from './payment-views.js';

/** Payments come in one by one, and can be asked after. */
@ApiTags('payments')
@Allow('gateway', 'officer')
@Controller('v1/payments')
export class PaymentsController {
  private readonly settling: Batcher<Received<PaymentSettled>, PaymentAnswer>;

  constructor(
    private readonly settlePayments: SettlePaymentsWhenReceived,
    private readonly views: Views,
  ) {
    this.settling = new Batcher((batch) => settlePayments.settle(batch));
  }

  /**
   * Takes a payment in, as on the topic: 201 accepted, 202 unmatched, 422 refused, each with the result, 200 when the same
   * was taken before, 409 when the id was used with other content. `dryRun=true` applies all rules and stores nothing: then 200 for 201.
   */
  @Post()
  @ApiBody({ type: PaymentSettled })
  @ApiCreatedResponse({ type: PaymentResultBody })
  @ApiAcceptedResponse({ type: PaymentResultBody, description: 'Nobody is known yet; the money is owed.' })
  @ApiOkResponse({ type: PaymentResultBody, description: 'A repeat, or a dry run.' })
  @MayRefuse()
  async settle(
    @Body(contentOf(paymentSettled)) data: PaymentSettled,
    @Query(query(PaymentQuery)) { dryRun }: PaymentQuery,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PaymentResultBody> {
    if (!speaksFor(actor, data.gateway)) throw Problem.forbidden('gateway-mismatch');
    const payment = { ...cause, data, recordedAt };
    const [tried] = dryRun ? await this.settlePayments.tryOut([payment]) : [];
    const answer = tried ?? (await this.settling.submit(payment));
    if (reusesId(answer)) throw Problem.conflict('payment-id-reused');
    // what became of each line stands in the books alone
    const isOfLines = isRefusal(answer) && data.lines != null && !dryRun;
    if (answer.kind !== 'happened' || isOfLines) return this.asItStands(data, reply);
    const result = answerOf(data, answer.events, dryRun);
    const isNew = result.status === 'accepted' && !dryRun;
    void reply.code(
      result.status === 'unmatched' ? HttpStatus.ACCEPTED : isNew ? HttpStatus.CREATED : HttpStatus.OK,
    );
    return result;
  }

  /** What became of a payment: to its own gateway and to officers; 404 for everybody else. */
  @Get(':gateway/:paymentId')
  @ApiOkResponse({ type: PaymentBody })
  async one(
    @Param('gateway') gateway: string,
    @Param('paymentId') paymentId: string,
    @CurrentActor() actor: Actor,
  ): Promise<PaymentBody> {
    const payment = speaksFor(actor, gateway) ? await this.views.payment({ gateway, paymentId }) : null;
    if (payment === null) throw Problem.notFound();
    return paymentBody(payment);
  }

  private async asItStands(data: PaymentSettled, reply: FastifyReply): Promise<PaymentResultBody> {
    const payment = await this.views.payment(data);
    if (payment === null) throw new Error('a payment that was answered is in the books');
    void reply.code(HttpStatus.OK);
    return answerToRepeat(data, resultBody(payment, data.lines != null));
  }
}
