import { Allow, body, uuid } from '#libs/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CheckClaimAgainstCover } from '../../use-cases/check-claim-against-cover.js';
import type { ClaimCommand } from '../../use-cases/claims.js';
import {
  DecideClaimWhenChecked,
  type DecideClaimCommand,
} from '../../use-cases/decide-claim-when-checked.js';
import { ClaimDesk } from './claim-desk.js';
import { ClaimView } from './claim-view.js';
import { CurrentStep, type Step } from './current-step.js';
import { DecisionRequest } from './decision-request.js';
import { MayAnswer } from './refusals.js';

/** From a claim that came in to its decision. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id')
export class ClaimStepsController {
  private readonly checks: ClaimDesk<ClaimCommand>;
  private readonly decisions: ClaimDesk<DecideClaimCommand>;

  constructor(checkClaim: CheckClaimAgainstCover, decideClaim: DecideClaimWhenChecked) {
    this.checks = new ClaimDesk(checkClaim);
    this.decisions = new ClaimDesk(decideClaim);
  }

  /** Says which rules hold, the cover on the day of the event, and the amount with its calculation. */
  @Post('check')
  @HttpCode(200)
  @ApiOkResponse({ type: ClaimView })
  @MayAnswer(422)
  check(@Param('id', uuid) claimId: string, @CurrentStep() step: Step): Promise<ClaimView> {
    return this.checks.show({ ...step, claimId });
  }

  /** Approves or rejects a claim that was checked; the same decision again changes nothing. */
  @Post('decide')
  @HttpCode(200)
  @ApiBody({ type: DecisionRequest })
  @ApiOkResponse({ type: ClaimView })
  decide(
    @Param('id', uuid) claimId: string,
    @Body(body(DecisionRequest)) { decision, reasons, amountRupiah }: DecisionRequest,
    @CurrentStep() step: Step,
  ): Promise<ClaimView> {
    const decided = { decision, reasons: reasons ?? [], amountRupiah: amountRupiah ?? null };
    return this.decisions.show({ ...step, claimId, ...decided });
  }
}
