import { Is, kinds } from '#libs/contracts';
import { PageQuery } from '#libs/http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

/** Which money without a home to list. */
export class OwedQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Only what is owed for this reason: `month-already-paid` is what was paid twice.',
  })
  @IsOptional()
  @Is(kinds.slug)
  reason?: string;
}

/** Why somebody decides so; kept with the decision. */
export class RefundRequest {
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @Is(kinds.text(500, 3))
  reason!: string;
}

const MONTHS_MAX = 120;

export class MatchRequest extends RefundRequest {
  @ApiProperty({ format: 'uuid' })
  @Is(kinds.id)
  membershipId!: string;

  @ApiPropertyOptional({ type: [String], nullable: true, description: 'Counted as always when absent.' })
  @IsOptional()
  @Is(kinds.listOf(kinds.month, { min: 1, max: MONTHS_MAX, unique: true }))
  months?: string[] | null;
}
