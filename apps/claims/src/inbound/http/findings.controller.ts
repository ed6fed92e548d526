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
import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ClaimAnswer } from '../../use-cases/claims.js';
import { KeepFindingsWithClaim, type KeepFindingsCommand } from '../../use-cases/keep-findings-with-claim.js';
import { answered } from './answered.js';
import { ClaimView, claimView } from './claim-view.js';
import { findingsOf } from './findings-of.js';
import { FindingsRequest } from './findings-request.js';

/** What papers show, from which amounts are computed. It holds health data and never leaves this service. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id/findings')
export class FindingsController {
  private readonly findings: Batcher<KeepFindingsCommand, ClaimAnswer>;

  constructor(
    keepFindings: KeepFindingsWithClaim,
    private readonly clock: Clock,
  ) {
    this.findings = new Batcher((batch) => keepFindings.handle(batch));
  }

  /** Keeps the findings of an open claim; recorded again they take the place of those before. */
  @Put()
  @ApiBody({ type: FindingsRequest })
  @ApiOkResponse({ type: ClaimView })
  async keep(
    @Param('id', uuid) claimId: string,
    @Body(body(FindingsRequest)) request: FindingsRequest,
    @CurrentActor() { regions, subject: by }: Actor,
    @StatedAt() statedAt: string | null,
    @CurrentCause() cause: RequestCause,
  ): Promise<ClaimView> {
    const findings = findingsOf(request);
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { claimId, membershipId: null, regions, by, recordedAt, cause, findings };
    return claimView(answered(await this.findings.submit(command)).claim);
  }
}
