import { Allow, body, uuid } from '#libs/http';
import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EvidenceKind } from '../../use-cases/claims.js';
import { KeepEvidenceWithClaim, type KeepEvidenceCommand } from '../../use-cases/keep-evidence-with-claim.js';
import { ClaimDesk } from './claim-desk.js';
import { ClaimView } from './claim-view.js';
import { CurrentStep, type Step } from './current-step.js';
import { evidenceKind } from './evidence-kind.js';
import { EvidenceRequest } from './evidence-request.js';

/** Documents and findings. They may hold health data and never leave this service. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id/evidence')
export class EvidenceController {
  private readonly evidence: ClaimDesk<KeepEvidenceCommand>;

  constructor(keepEvidence: KeepEvidenceWithClaim) {
    this.evidence = new ClaimDesk(keepEvidence);
  }

  /** Keeps evidence with an open claim; of each kind the last one holds. */
  @Put(':kind')
  @ApiBody({ type: EvidenceRequest })
  @ApiOkResponse({ type: ClaimView })
  keep(
    @Param('id', uuid) claimId: string,
    @Param('kind', evidenceKind) kind: EvidenceKind,
    @Body(body(EvidenceRequest)) { receivedOn, note = null }: EvidenceRequest,
    @CurrentStep() step: Step,
  ): Promise<ClaimView> {
    return this.evidence.show({ ...step, claimId, evidence: { kind, receivedOn, note } });
  }
}
