import { Allow, body, uuid } from '#libs/http';
import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { KeepFindingsWithClaim, type KeepFindingsCommand } from '../../use-cases/keep-findings-with-claim.js';
import { ClaimDesk } from './claim-desk.js';
import { ClaimView } from './claim-view.js';
import { CurrentStep, type Step } from './current-step.js';
import { findingsOf } from './findings-of.js';
import { FindingsRequest } from './findings-request.js';

/** What papers show, from which amounts are computed. It holds health data and never leaves this service. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id/findings')
export class FindingsController {
  private readonly findings: ClaimDesk<KeepFindingsCommand>;

  constructor(keepFindings: KeepFindingsWithClaim) {
    this.findings = new ClaimDesk(keepFindings);
  }

  /** Keeps the findings of an open claim; recorded again they take the place of those before. */
  @Put()
  @ApiBody({ type: FindingsRequest })
  @ApiOkResponse({ type: ClaimView })
  async keep(
    @Param('id', uuid) claimId: string,
    @Body(body(FindingsRequest)) request: FindingsRequest,
    @CurrentStep() step: Step,
  ): Promise<ClaimView> {
    return this.findings.show({ ...step, claimId, findings: findingsOf(request) });
  }
}
