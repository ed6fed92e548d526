import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  CurrentCause,
  StatedAt,
  uuid,
  type Actor,
  type FastifyReply,
  type RequestCause,
} from '#libs/http';
import { Clock } from '#libs/kernel';
import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ClaimAnswer, ClaimCommand } from '../../use-cases/claims.js';
import { DisburseBenefitWhenApproved } from '../../use-cases/disburse-benefit-when-approved.js';
import {
  RecordResultOfDisbursement,
  type RecordResultCommand,
} from '../../use-cases/record-result-of-disbursement.js';
import { answered } from './answered.js';
import { ClaimView, claimView } from './claim-view.js';
import { DisbursementResultRequest, resultOf } from './disbursement-result-request.js';
import { OrderView, orderView } from './order-view.js';
import { MayAnswer } from './refusals.js';

/** The money of approved claims: ordered, and what the bank says became of it. */
@ApiTags('disbursements')
@Allow('adjuster')
@Controller('v1')
export class DisbursementsController {
  private readonly orders: Batcher<ClaimCommand, ClaimAnswer>;
  private readonly results: Batcher<RecordResultCommand, ClaimAnswer>;

  constructor(
    disburse: DisburseBenefitWhenApproved,
    recordResult: RecordResultOfDisbursement,
    private readonly clock: Clock,
  ) {
    this.orders = new Batcher((batch) => disburse.handle(batch));
    this.results = new Batcher((batch) => recordResult.handle(batch));
  }

  /** Orders the transfer of what was approved: 201; ordered already: 200 with the same disbursement. */
  @Post('claims/:id/disburse')
  @ApiCreatedResponse({ type: OrderView })
  @ApiOkResponse({ type: OrderView, description: 'It was ordered before.' })
  @MayAnswer(422)
  async disburse(
    @Param('id', uuid) claimId: string,
    @CurrentActor() { regions, subject: by }: Actor,
    @StatedAt() statedAt: string | null,
    @CurrentCause() cause: RequestCause,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { claimId, membershipId: null, regions, by, recordedAt, cause };
    const { claim, isNew } = answered(await this.orders.submit(command));
    void reply.code(isNew ? 201 : 200);
    return orderView(claim);
  }

  /** Takes the bank's result: 201; the same again: 200. */
  @Post('disbursement-results')
  @ApiBody({ type: DisbursementResultRequest })
  @ApiCreatedResponse({ type: ClaimView })
  @ApiOkResponse({ type: ClaimView, description: 'It was sent before.' })
  @MayAnswer(404)
  async record(
    @Body(body(DisbursementResultRequest)) request: DisbursementResultRequest,
    @CurrentActor() { regions, subject: by }: Actor,
    @StatedAt() statedAt: string | null,
    @CurrentCause() cause: RequestCause,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const claimId = request.claimId.toLowerCase();
    const command = {
      claimId,
      membershipId: null,
      regions,
      by,
      recordedAt,
      cause,
      result: resultOf(request),
    };
    const { claim, isNew } = answered(await this.results.submit(command));
    void reply.code(isNew ? 201 : 200);
    return claimView(claim);
  }
}
