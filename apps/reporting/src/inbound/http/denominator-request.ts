import { Is, kinds, SEGMENTS, type Segment } from '#libs/contracts';
import { OCCUPATION_GROUPS } from '#libs/kernel';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Denominator } from '../../use-cases/reference-ledger.js';
import { regionCodes, wording } from './reference-answers.js';

const USES = ['default', 'named'] as const;

/** A published count of people. */
export class DenominatorRequest {
  /** What was counted, in the words of the publisher: `penduduk bekerja`. */
  @Is(wording) definition!: string;
  /** The country, or codes of the list; their order does not count. */
  @Is(regionCodes) regions!: string[];
  /** Of people of this segment only. */
  @IsOptional() @IsIn(SEGMENTS) segment?: Segment | null;
  /** Of people of this occupation group only. */
  @IsOptional() @IsIn(OCCUPATION_GROUPS) occupation?: string | null;
  /** Persons. */
  @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) value!: number;
  /** The day that the count speaks about. */
  @Is(kinds.day) asOf!: string;
  @Is(wording) source!: string;
  /** `named`: only for those who ask for it by id; `default` when absent. */
  @IsOptional() @IsIn(USES) use?: (typeof USES)[number] | null;
}

/** What is stated, with nothing left open. */
export const denominatorIn = (request: DenominatorRequest): Denominator => ({
  definition: request.definition,
  regions: [...request.regions].sort(),
  segment: request.segment ?? null,
  occupation: request.occupation ?? null,
  value: request.value,
  asOf: request.asOf,
  source: request.source,
  use: request.use ?? 'default',
});
