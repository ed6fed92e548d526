import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  CurrentCause,
  Problem,
  StatedAt,
  uuid,
  type Actor,
  type RequestCause,
} from '#libs/http';
import { Clock } from '#libs/kernel';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ClaimAnswer, ClaimCommand } from '../../use-cases/claims.js';
import { CloseClaimWhenSettled } from '../../use-cases/close-claim-when-settled.js';
import { LookUpClaims } from '../../use-cases/look-up-claims.js';
import { ReopenClaimOnAppeal, type ReopenClaimCommand } from '../../use-cases/reopen-claim-on-appeal.js';
import { answered } from './answered.js';
import { AppealRequest } from './appeal-request.js';
import { ClaimView, claimView } from './claim-view.js';
import { MayAnswer } from './refusals.js';
import { StepsView } from './steps-view.js';

/** What comes after a decision, and what was done by whom. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id')
export class ClaimCourseController {
  private readonly appeals: Batcher<ReopenClaimCommand, ClaimAnswer>;
  private readonly closings: Batcher<ClaimCommand, ClaimAnswer>;

  constructor(
    reopenClaim: ReopenClaimOnAppeal,
    closeClaim: CloseClaimWhenSettled,
    private readonly lookUpClaims: LookUpClaims,
    private readonly clock: Clock,
  ) {
    this.appeals = new Batcher((batch) => reopenClaim.handle(batch));
    this.closings = new Batcher((batch) => closeClaim.handle(batch));
  }

  /** Begins a rejected claim anew; it is to be checked and decided again. */
  @Post('appeal')
  @HttpCode(200)
  @ApiBody({ type: AppealRequest })
  @ApiOkResponse({ type: ClaimView })
  async appeal(
    @Param('id', uuid) claimId: string,
    @Body(body(AppealRequest)) { why }: AppealRequest,
    @CurrentActor() { regions, subject: by }: Actor,
    @StatedAt() statedAt: string | null,
    @CurrentCause() cause: RequestCause,
  ): Promise<ClaimView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { claimId, membershipId: null, regions, by, recordedAt, cause, why };
    return claimView(answered(await this.appeals.submit(command)).claim);
  }

  /** Puts away a claim that was paid or rejected; again it changes nothing. */
  @Post('close')
  @HttpCode(200)
  @ApiOkResponse({ type: ClaimView })
  @MayAnswer(422)
  async close(
    @Param('id', uuid) claimId: string,
    @CurrentActor() { regions, subject: by }: Actor,
    @StatedAt() statedAt: string | null,
    @CurrentCause() cause: RequestCause,
  ): Promise<ClaimView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { claimId, membershipId: null, regions, by, recordedAt, cause };
    return claimView(answered(await this.closings.submit(command)).claim);
  }

  /** All that was done with the claim: what, by whom, when and why. */
  @Get('steps')
  @ApiOkResponse({ type: StepsView })
  async steps(@Param('id', uuid) claimId: string, @CurrentActor() { regions }: Actor): Promise<StepsView> {
    const items = await this.lookUpClaims.steps(claimId, regions);
    if (items === null) throw Problem.notFound();
    return { items };
  }
}
