import { createHash } from 'node:crypto';
import { BENEFITS, Has, Is, kinds, PROGRAMMES, type Benefit, type Programme } from '#libs/contracts';
import { IsOptional } from 'class-validator';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../use-cases/claims.js';

const documentList = kinds.listOf(kinds.oneOf(EVIDENCE_KINDS), {
  min: 0,
  max: EVIDENCE_KINDS.length,
  unique: true,
});

/** How an accident happened, as far as papers depend on it. */
const ACCIDENTS = ['road', 'other'] as const;

/** What ails somebody by their work; health data, which stays in this service. */
export class OccupationalDiseaseRequest {
  @Is(kinds.day) diagnosedOn!: string;
}

/** One benefit claimed for one event. A death that pays a grant and a funeral is two claims. */
export class ClaimRequest {
  /** Chosen by the sender, so that the same claim can be sent again; made here when absent. */
  @IsOptional() @Is(kinds.id) claimId?: string | null;
  @Is(kinds.id) membershipId!: string;
  /** Where it is stated, the membership must be this person's. */
  @IsOptional() @Is(kinds.id) personId?: string | null;
  @Is(kinds.oneOf(PROGRAMMES)) programme!: Programme;
  @Is(kinds.oneOf(BENEFITS)) benefit!: Benefit;
  /** The day of the accident, the death, the end of work …; of a disease the last day of the work that caused it. */
  @Is(kinds.day) occurredOn!: string;
  /** Of JKK, where no accident but an occupational disease is claimed for. While the work goes on both days are the same. */
  @IsOptional()
  @Has(() => OccupationalDiseaseRequest)
  occupationalDisease?: OccupationalDiseaseRequest | null;
  /** Of JKK, where it happened in traffic: then the police or the traffic insurer has to confirm it. */
  @IsOptional() @Is(kinds.oneOf(ACCIDENTS)) accident?: (typeof ACCIDENTS)[number] | null;
  /** The person's own on that day when absent. */
  @IsOptional() @Is(kinds.region) residence?: string | null;
  /** May hold health data; it stays in this service. */
  @IsOptional() @Is(kinds.text(2_000)) description?: string | null;
  /** The documents that are handed in with the claim. */
  @IsOptional() @Is(documentList) documents?: EvidenceKind[] | null;
}

const lower = (id: string | null | undefined): string | null => id?.toLowerCase() ?? null;

const hashOf = (content: object): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url');

/** What was claimed, with the digest by which a repeat is known: of all known fields, absent the same as null. */
export const contentOf = (request: ClaimRequest) => {
  const content = {
    membershipId: request.membershipId.toLowerCase(),
    personId: lower(request.personId),
    programme: request.programme,
    benefit: request.benefit,
    occurredOn: request.occurredOn,
    residence: request.residence ?? null,
    description: request.description ?? null,
  };
  const documents = request.documents ?? [];
  const road = request.accident === 'road' ? { isRoadAccident: true } : {};
  const disease = request.occupationalDisease ? { diagnosedOn: request.occupationalDisease.diagnosedOn } : {};
  // Claims that name no documents and no cause keep the digest that they had before these could be named.
  const named = documents.length === 0 ? {} : { documents: documents.toSorted() };
  return {
    ...content,
    ...road,
    ...disease,
    documents,
    contentHash: hashOf({ ...content, ...named, ...road, ...disease }),
  };
};
