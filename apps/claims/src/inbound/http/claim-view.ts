import { BENEFITS, CLAIM_DECISIONS, PROGRAMMES } from '#libs/contracts';
import { FILE_TYPES } from '#libs/http';
import { ApiProperty } from '@nestjs/swagger';
import { CLAIM_STATUSES, serviceTime, type Claim, type DisbursementStatus } from '../../use-cases/claims.js';
import { checkView, CheckView, LineView } from './check-view.js';

class EvidenceFileView {
  @ApiProperty({ enum: FILE_TYPES }) mediaType!: string;
  @ApiProperty({ type: 'integer', description: 'Bytes.' }) size!: number;
  @ApiProperty({ description: 'SHA-256 of the bytes, in hex.' }) sha256!: string;
}

class EvidenceView {
  @ApiProperty() kind!: string;
  @ApiProperty({ format: 'date' }) receivedOn!: string;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ type: EvidenceFileView, nullable: true, description: 'Null while only the paper is there.' })
  file!: EvidenceFileView | null;
}

const fileView = ({ mediaType, size, sha256 }: EvidenceFileView): EvidenceFileView => ({
  mediaType,
  size,
  sha256,
});

class DecisionView {
  @ApiProperty({ enum: CLAIM_DECISIONS }) decision!: string;
  @ApiProperty({ type: [String] }) reasons!: readonly string[];
  @ApiProperty({ type: 'integer' }) amountRupiah!: number;
  @ApiProperty({ type: [LineView] }) calculation!: readonly LineView[];
  @ApiProperty({ format: 'date-time' }) decidedAt!: string;
  @ApiProperty({ description: 'Who decided.' }) by!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Who approved first, where two have to.' })
  proposedBy!: string | null;
}

class CorrectionView {
  @ApiProperty({ description: 'Who stated it.' }) by!: string;
  @ApiProperty() why!: string;
}

const correctionView = (claim: Claim): CorrectionView | null => {
  if (!('correction' in claim) || claim.correction === undefined) return null;
  const { by, why } = claim.correction;
  return { by, why };
};

class ServiceView {
  @ApiProperty({ format: 'date' }) countsFrom!: string;
  @ApiProperty({ format: 'date', description: 'By working days: neither weekends nor holidays count.' })
  dueOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) settledOn!: string | null;
}

/** Where a disbursement may stand. */
export const DISBURSEMENT_STATUSES = [
  'ordered',
  'sent',
  'lost',
  'accepted',
  'withdrawn',
  'failed',
  'paid',
  'returned',
] as const satisfies readonly DisbursementStatus[];

class DisbursementView {
  @ApiProperty({ format: 'uuid' }) disbursementId!: string;
  @ApiProperty({ enum: DISBURSEMENT_STATUSES }) status!: string;
  @ApiProperty({ format: 'date-time' }) orderedAt!: string;
  @ApiProperty({ format: 'date-time', required: false }) sentAt?: string;
  @ApiProperty({ format: 'date-time', required: false, description: 'When the bank was last spoken to.' })
  contactAt?: string;
  @ApiProperty({ format: 'date-time', required: false, description: 'Since when the bank does not know it.' })
  lostAt?: string;
  @ApiProperty({ required: false }) bankReference?: string;
  @ApiProperty({ format: 'date-time', required: false, description: 'An earlier one was paid after all.' })
  withdrawnAt?: string;
  @ApiProperty({ format: 'date-time', required: false }) failedAt?: string;
  @ApiProperty({ format: 'date-time', required: false }) paidAt?: string;
  @ApiProperty({ format: 'date-time', required: false }) returnedAt?: string;
  @ApiProperty({ required: false }) reason?: string;
}

class OccupationalDiseaseView {
  @ApiProperty({ format: 'date' }) diagnosedOn!: string;
}

/** A claim as an adjuster sees it. */
export class ClaimView {
  @ApiProperty({ format: 'uuid' }) claimId!: string;
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty({ enum: PROGRAMMES }) programme!: string;
  @ApiProperty({ enum: BENEFITS }) benefit!: string;
  @ApiProperty({ format: 'date' }) occurredOn!: string;
  @ApiProperty({ type: OccupationalDiseaseView, nullable: true, description: 'Null: it is about none.' })
  occupationalDisease!: OccupationalDiseaseView | null;
  @ApiProperty() isRoadAccident!: boolean;
  @ApiProperty({ format: 'date-time' }) submittedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Region code; null: unmapped.' })
  residence!: string | null;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty({ enum: CLAIM_STATUSES }) status!: string;
  @ApiProperty({ type: [String], description: 'Documents that the benefit needs and that are not there.' })
  missing!: readonly string[];
  @ApiProperty({ type: [EvidenceView] }) evidence!: readonly EvidenceView[];
  @ApiProperty({ type: Object, nullable: true, description: 'What the amount is computed from.' })
  findings!: object | null;
  @ApiProperty({ description: 'Whether it is known which account the benefit goes to.' })
  isAccountKnown!: boolean;
  @ApiProperty({
    type: CorrectionView,
    nullable: true,
    description: 'Another account waits for a second person.',
  })
  accountCorrection!: CorrectionView | null;
  @ApiProperty({ type: CheckView, nullable: true }) check!: CheckView | null;
  @ApiProperty({ type: DecisionView, nullable: true }) decision!: DecisionView | null;
  @ApiProperty({ type: DecisionView, nullable: true, description: 'Waits for a second person.' })
  proposal!: DecisionView | null;
  @ApiProperty({ type: ServiceView, nullable: true }) service!: ServiceView | null;
  @ApiProperty({ type: [DisbursementView] }) disbursements!: readonly DisbursementView[];
}

/** What is shown of a claim. */
export const claimView = (claim: Claim): ClaimView => {
  const { contentHash: _contentHash, diagnosedOn, ...submission } = claim.submission;
  return {
    ...submission,
    isRoadAccident: submission.isRoadAccident ?? false,
    occupationalDisease: diagnosedOn ? { diagnosedOn } : null,
    status: claim.status,
    missing: claim.status === 'incomplete' ? claim.missing : [],
    evidence: claim.evidence.map((one) => ({ ...one, file: one.file ? fileView(one.file) : null })),
    findings: claim.findings,
    isAccountKnown: claim.accountToken !== null,
    accountCorrection: correctionView(claim),
    check: 'check' in claim ? checkView(claim.check) : null,
    decision: 'decision' in claim ? claim.decision : null,
    proposal: 'proposal' in claim ? claim.proposal : null,
    service: serviceTime(claim),
    disbursements: 'disbursements' in claim ? claim.disbursements : [],
  };
};

/** A page of claims. */
export class ClaimsView {
  @ApiProperty({ type: [ClaimView] }) items!: readonly ClaimView[];
  @ApiProperty({ type: String, nullable: true, description: 'Ask for what follows with `after`.' })
  next!: string | null;
}
