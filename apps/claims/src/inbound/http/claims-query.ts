import { Is, kinds } from '#libs/contracts';
import { AsFlag, PageQuery } from '#libs/http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { CLAIM_STATUSES } from '../../use-cases/claims.js';

/** Which claims to list; newest first. */
export class ClaimsQuery extends PageQuery {
  @IsOptional() @Is(kinds.oneOf(CLAIM_STATUSES)) status?: string;
  @IsOptional() @Is(kinds.id) personId?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Only those that were to be settled before today.' })
  @IsBoolean()
  @AsFlag()
  overdue: boolean = false;
}
