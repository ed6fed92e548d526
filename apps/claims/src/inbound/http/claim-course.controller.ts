import { Allow, body, CurrentActor, Problem, uuid, type Actor } from '#libs/http';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ClaimCommand } from '../../use-cases/claims.js';
import { CloseClaimWhenSettled } from '../../use-cases/close-claim-when-settled.js';
import { LookUpClaims } from '../../use-cases/look-up-claims.js';
import { ReopenClaimOnAppeal, type ReopenClaimCommand } from '../../use-cases/reopen-claim-on-appeal.js';
import { AppealRequest } from './appeal-request.js';
import { ClaimDesk } from './claim-desk.js';
import { ClaimView } from './claim-view.js';
import { CurrentStep, type Step } from './current-step.js';
import { MayAnswer } from './refusals.js';
import { StepsView } from './steps-view.js';

/** What comes after a decision, and what was done by whom. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id')
export class ClaimCourseController {
  private readonly appeals: ClaimDesk<ReopenClaimCommand>;
  private readonly closings: ClaimDesk<ClaimCommand>;

  constructor(
    reopenClaim: ReopenClaimOnAppeal,
    closeClaim: CloseClaimWhenSettled,
    private readonly lookUpClaims: LookUpClaims,
  ) {
    this.appeals = new ClaimDesk(reopenClaim);
    this.closings = new ClaimDesk(closeClaim);
  }

  /** Begins a rejected claim anew; it is to be checked and decided again. */
  @Post('appeal')
  @HttpCode(200)
  @ApiBody({ type: AppealRequest })
  @ApiOkResponse({ type: ClaimView })
  appeal(
    @Param('id', uuid) claimId: string,
    @Body(body(AppealRequest)) { why }: AppealRequest,
    @CurrentStep() step: Step,
  ): Promise<ClaimView> {
    return this.appeals.show({ ...step, claimId, why });
  }

  /** Puts away a claim that was paid or rejected; again it changes nothing. */
  @Post('close')
  @HttpCode(200)
  @ApiOkResponse({ type: ClaimView })
  @MayAnswer(422)
  close(@Param('id', uuid) claimId: string, @CurrentStep() step: Step): Promise<ClaimView> {
    return this.closings.show({ ...step, claimId });
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
