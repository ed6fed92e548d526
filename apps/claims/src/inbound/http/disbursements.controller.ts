import { Allow, body, uuid, type FastifyReply } from '#libs/http';
import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ClaimCommand } from '../../use-cases/claims.js';
import { DisburseBenefitWhenApproved } from '../../use-cases/disburse-benefit-when-approved.js';
import {
  RecordResultOfDisbursement,
  type RecordResultCommand,
} from '../../use-cases/record-result-of-disbursement.js';
import { ClaimDesk } from './claim-desk.js';
import { ClaimView, claimView } from './claim-view.js';
import { CurrentStep, type Step } from './current-step.js';
import { DisbursementResultRequest, resultOf } from './disbursement-result-request.js';
import { OrderView, orderView } from './order-view.js';
import { MayAnswer } from './refusals.js';

/** The money of approved claims: ordered, and what the bank says became of it. */
@ApiTags('disbursements')
@Allow('adjuster')
@Controller('v1')
export class DisbursementsController {
  private readonly orders: ClaimDesk<ClaimCommand>;
  private readonly results: ClaimDesk<RecordResultCommand>;

  constructor(disburse: DisburseBenefitWhenApproved, recordResult: RecordResultOfDisbursement) {
    this.orders = new ClaimDesk(disburse);
    this.results = new ClaimDesk(recordResult);
  }

  /** Orders the transfer of what was approved: 201; ordered already: 200 with the same disbursement. */
  @Post('claims/:id/disburse')
  @ApiCreatedResponse({ type: OrderView })
  @ApiOkResponse({ type: OrderView, description: 'It was ordered before.' })
  @MayAnswer(422)
  async disburse(
    @Param('id', uuid) claimId: string,
    @CurrentStep() step: Step,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView> {
    const { claim, isNew } = await this.orders.take({ ...step, claimId });
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
    @CurrentStep() step: Step,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimView> {
    const claimId = request.claimId.toLowerCase();
    const { claim, isNew } = await this.results.take({ ...step, claimId, result: resultOf(request) });
    void reply.code(isNew ? 201 : 200);
    return claimView(claim);
  }
}
