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
import type { ClaimAnswer, EvidenceKind } from '../../use-cases/claims.js';
import { KeepEvidenceWithClaim, type KeepEvidenceCommand } from '../../use-cases/keep-evidence-with-claim.js';
import { answered } from './answered.js';
import { ClaimView, claimView } from './claim-view.js';
import { evidenceKind } from './evidence-kind.js';
import { EvidenceRequest } from './evidence-request.js';

/** Documents and findings. They may hold health data and never leave this service. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id/evidence')
export class EvidenceController {
  private readonly evidence: Batcher<KeepEvidenceCommand, ClaimAnswer>;

  constructor(
    keepEvidence: KeepEvidenceWithClaim,
    private readonly clock: Clock,
  ) {
    this.evidence = new Batcher((batch) => keepEvidence.handle(batch));
  }

  /** Keeps evidence with an open claim; of each kind the last one holds. */
  @Put(':kind')
  @ApiBody({ type: EvidenceRequest })
  @ApiOkResponse({ type: ClaimView })
  async keep(
    @Param('id', uuid) claimId: string,
    @Param('kind', evidenceKind) kind: EvidenceKind,
    @Body(body(EvidenceRequest)) { receivedOn, note = null }: EvidenceRequest,
    @CurrentActor() { regions, subject: by }: Actor,
    @StatedAt() statedAt: string | null,
    @CurrentCause() cause: RequestCause,
  ): Promise<ClaimView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const evidence = { kind, receivedOn, note };
    const command = { claimId, membershipId: null, regions, by, recordedAt, cause, evidence };
    return claimView(answered(await this.evidence.submit(command)).claim);
  }
}
