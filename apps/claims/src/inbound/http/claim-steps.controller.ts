import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  CurrentCause,
  StatedAt,
  uuid,
  type Actor,
  type RequestCause,
} from '#libs/http';
import { Clock } from '#libs/kernel';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CheckClaimAgainstCover } from '../../use-cases/check-claim-against-cover.js';
import type { ClaimAnswer, ClaimCommand } from '../../use-cases/claims.js';
import {
  DecideClaimWhenChecked,
  type DecideClaimCommand,
} from '../../use-cases/decide-claim-when-checked.js';
import { answered } from './answered.js';
import { ClaimView, claimView } from './claim-view.js';
import { DecisionRequest } from './decision-request.js';
import { MayAnswer } from './refusals.js';

/** From a claim that came in to its decision. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id')
export class ClaimStepsController {
  private readonly checks: Batcher<ClaimCommand, ClaimAnswer>;
  private readonly decisions: Batcher<DecideClaimCommand, ClaimAnswer>;

  constructor(
    checkClaim: CheckClaimAgainstCover,
    decideClaim: DecideClaimWhenChecked,
    private readonly clock: Clock,
  ) {
    this.checks = new Batcher((batch) => checkClaim.handle(batch));
    this.decisions = new Batcher((batch) => decideClaim.handle(batch));
  }

  /** Says which rules hold, the cover on the day of the event, and the amount with its calculation. */
  @Post('check')
  @HttpCode(200)
  @ApiOkResponse({ type: ClaimView })
  @MayAnswer(422)
  async check(
    @Param('id', uuid) claimId: string,
    @CurrentActor() { regions, subject: by }: Actor,
    @StatedAt() statedAt: string | null,
    @CurrentCause() cause: RequestCause,
  ): Promise<ClaimView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { claimId, membershipId: null, regions, by, recordedAt, cause };
    return claimView(answered(await this.checks.submit(command)).claim);
  }

  /** Approves or rejects a claim that was checked; the same decision again changes nothing. */
  @Post('decide')
  @HttpCode(200)
  @ApiBody({ type: DecisionRequest })
  @ApiOkResponse({ type: ClaimView })
  async decide(
    @Param('id', uuid) claimId: string,
    @Body(body(DecisionRequest)) request: DecisionRequest,
    @CurrentActor() { regions, subject: by }: Actor,
    @StatedAt() statedAt: string | null,
    @CurrentCause() cause: RequestCause,
  ): Promise<ClaimView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const { decision, reasons, amountRupiah } = request;
    const decided = { decision, reasons: reasons ?? [], amountRupiah: amountRupiah ?? null };
    const command = { claimId, membershipId: null, regions, by, recordedAt, cause, ...decided };
    return claimView(answered(await this.decisions.submit(command)).claim);
  }
}
