import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  CurrentCause,
  pageOf,
  placeAfter,
  Problem,
  query,
  reaches,
  StatedAt,
  type Actor,
  type Page,
  type RequestCause,
} from '#libs/http';
import type { Outcome } from '#libs/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Received } from '../../use-cases/books.js';
import {
  DecideOnOwedMoney,
  type OwedLineDecision,
  type OwedLineEvent,
} from '../../use-cases/decide-on-owed-money.js';
import { Views } from '../../use-cases/views.js';
import { INDEX, keyIn } from './owed-line-id.js';
import { MatchRequest, OwedQuery, RefundRequest } from './owed-requests.js';
import { OwedBody, owedBody, OwedPageBody } from './owed-views.js';
import { PaymentBody, paymentBody } from './payment-views.js';

type Decision = Received<OwedLineDecision>;

/** Money without a home: what waits for a membership, and what was refused. */
@ApiTags('ledger')
@Allow('officer')
@Controller('v1/unmatched')
export class UnmatchedController {
  private readonly deciding: Batcher<Decision, Outcome<OwedLineEvent>>;

  constructor(
    private readonly views: Views,
    decideOnOwedMoney: DecideOnOwedMoney,
  ) {
    this.deciding = new Batcher((batch) => decideOnOwedMoney.handle(batch));
  }

  /** The lines whose money is owed, by gateway, payment and line; with a reason, those of this reason. */
  @Get()
  @ApiOkResponse({ type: OwedPageBody })
  async list(@Query(query(OwedQuery)) { limit, after, reason }: OwedQuery): Promise<Page<OwedBody>> {
    const place = placeAfter(after, [() => true, () => true, (text) => INDEX.test(text)]);
    const [gateway = '', paymentId = '', index = '0'] = place ?? [];
    const from = place && { key: { gateway, paymentId }, index: Number(index) };
    const owed = (await this.views.owed({ after: from, reason: reason ?? null }, limit + 1)).map(owedBody);
    return pageOf(owed, limit, (one) => [one.gateway, one.paymentId, String(one.line)]);
  }

  /**
   * Lets the money of a line pay for the membership that is meant: for the months named, else counted as always. 422 where it
   * does not fit, and it stays owed; 404 where no such line is, or no such membership in the officer's regions.
   */
  @Post(':id/match')
  @HttpCode(200)
  @ApiOkResponse({ type: PaymentBody })
  async match(
    @Param('id') id: string,
    @Body(body(MatchRequest)) { membershipId, months = null, reason }: MatchRequest,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<PaymentBody> {
    const match = { membershipId: membershipId.toLowerCase(), months };
    const statement = await this.views.statement(match.membershipId);
    if (statement === null || !reaches(actor, statement.residence)) throw Problem.notFound();
    const data = { key: keyIn(id), match, by: actor.subject, reason };
    return this.decide({ ...cause, data, recordedAt });
  }

  /** Sets the money of a line aside to be sent back to its payer. */
  @Post(':id/refund')
  @HttpCode(200)
  @ApiOkResponse({ type: PaymentBody })
  async refund(
    @Param('id') id: string,
    @Body(body(RefundRequest)) { reason }: RefundRequest,
    @CurrentActor() { subject: by }: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<PaymentBody> {
    return this.decide({ ...cause, data: { key: keyIn(id), match: null, by, reason }, recordedAt });
  }

  private async decide(decision: Decision): Promise<PaymentBody> {
    const outcome = await this.deciding.submit(decision);
    if (outcome.kind === 'refused')
      throw outcome.reason === 'not-found' ? Problem.notFound() : Problem.refused([outcome.reason]);
    return paymentBody((await this.views.payment(decision.data.key))!); // what was decided on is there
  }
}
