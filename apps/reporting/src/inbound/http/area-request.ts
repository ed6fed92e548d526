import { Is, kinds } from '#libs/contracts';
import { IsOptional } from 'class-validator';
import type { Area } from '../../use-cases/reference-ledger.js';
import { regionCodes, wording } from './reference-answers.js';

/** A named set of regions, such as those of a branch. */
export class AreaRequest {
  @Is(wording) name!: string;
  /** The country, or codes of the list; their order does not count. */
  @Is(regionCodes) regions!: string[];
  /** Absent: from the beginning. */
  @IsOptional() @Is(kinds.day) from?: string | null;
  /** The last day; absent: without end. */
  @IsOptional() @Is(kinds.day) through?: string | null;
}

/** What is stated, with nothing left open. */
export const areaIn = (request: AreaRequest): Area => ({
  name: request.name,
  regions: [...request.regions].sort(),
  from: request.from ?? null,
  through: request.through ?? null,
});
