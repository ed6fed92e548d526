import { Is, kinds, SEGMENTS, type Segment } from '#libs/contracts';
import { IsIn, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { TARGET_KINDS, type Target } from '../../use-cases/reference-ledger.js';
import { regionCodes, wording } from './reference-answers.js';

/** A published aim. */
export class TargetRequest {
  @IsIn(TARGET_KINDS) kind!: Target['kind'];
  /** A ratio 0 … 1 of a coverage target, otherwise whole persons. */
  @IsNumber() @Min(0) @Max(Number.MAX_SAFE_INTEGER) value!: number;
  /** The definition of the denominator that it was stated of. */
  @IsOptional() @Is(wording) base?: string | null;
  /** The country, or codes of the list; their order does not count. */
  @Is(regionCodes) regions!: string[];
  @IsOptional() @IsIn(SEGMENTS) segment?: Segment | null;
  /** Absent: from the beginning. */
  @IsOptional() @Is(kinds.day) from?: string | null;
  /** The last day; absent: without end. */
  @IsOptional() @Is(kinds.day) through?: string | null;
  @Is(wording) publisher!: string;
  @Is(wording) source!: string;
}

/** What is stated, with nothing left open. */
export const targetIn = (request: TargetRequest): Target => ({
  kind: request.kind,
  value: request.value,
  base: request.base ?? null,
  regions: [...request.regions].sort(),
  segment: request.segment ?? null,
  from: request.from ?? null,
  through: request.through ?? null,
  publisher: request.publisher,
  source: request.source,
});
