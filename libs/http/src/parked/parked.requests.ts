import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../answers/paging.js';
import { AsFlag } from '../validation/conversions.js';

/** What is kept of a reason; longer ones are no reasons. */
const REASON_CHARACTERS_MAX = 500;

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
  value?: string;

  @IsOptional()
  @IsString()
  key?: string;

  /** Headers that are added or replaced. */
  @ApiPropertyOptional({ type: Object, additionalProperties: { type: 'string' } })
  @IsOptional()
  @IsObject()
  headers?: Record<string, string>;

  @IsOptional()
  @IsString()
  @MaxLength(REASON_CHARACTERS_MAX)
  reason?: string;
}

export class DiscardRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_CHARACTERS_MAX)
  reason!: string;
}
