import { Is, kinds } from '#libs/contracts';
import { PageQuery } from '#libs/http';
import { IsOptional } from 'class-validator';
import { CLAIM_STATUSES } from '../../use-cases/claims.js';

/** Which claims to list; newest first. */
export class ClaimsQuery extends PageQuery {
  @IsOptional() @Is(kinds.oneOf(CLAIM_STATUSES)) status?: string;
  @IsOptional() @Is(kinds.id) personId?: string;
}
