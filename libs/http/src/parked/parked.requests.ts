import { kinds } from '#libs/contracts';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsObject, IsOptional, IsString, Matches } from 'class-validator';
import { PageQuery } from '../answers/paging.js';
import { AsFlag } from '../validation/conversions.js';

const TEXT = new RegExp(`^[^${kinds.NEVER_IN_TEXT}]*$`, 'u');
/** What is kept of a reason; longer ones are no reasons. */
const REASON = new RegExp(`^[^${kinds.NEVER_IN_TEXT}]{1,500}$`, 'u');

export class ParkedQuery extends PageQuery {
  @ApiPropertyOptional({ type: Boolean, description: "Only the sender's own." })
  @IsOptional()
  @IsBoolean()
  @AsFlag()
  mine: boolean = false;
}

/** A retry, perhaps with a correction; what is left out stays as it is. */
export class RetryRequest {
  /** The corrected value as text; a placeholder such as `[nik-1]` stands for what it hides. */
  @IsOptional()
  @IsString()
  @Matches(TEXT)
  value?: string | null;

  @IsOptional()
  @IsString()
  @Matches(TEXT)
  key?: string | null;

  /** Headers that are added or replaced. */
  @ApiPropertyOptional({ type: Object, additionalProperties: { type: 'string', pattern: TEXT.source } })
  @IsOptional()
  @IsObject()
  headers?: Record<string, string> | null;

  @IsOptional()
  @IsString()
  @Matches(REASON)
  reason?: string | null;
}

export class DiscardRequest {
  @IsString()
  @Matches(REASON)
  reason!: string;
}
