import { Is, kinds } from '#libs/contracts';
import { ApiProperty } from '@nestjs/swagger';

/** Whose statement it is, and of which days. */
export class StatementQuery {
  @ApiProperty({ description: 'Whose statement it is.', maxLength: 64 })
  @Is(kinds.gatewayName)
  gateway!: string;

  @ApiProperty({ format: 'date', description: 'The first day that the statement is of.' })
  @Is(kinds.day)
  from!: string;

  @ApiProperty({ format: 'date', description: 'The last one.' })
  @Is(kinds.day)
  through!: string;
}

export class ExplanationRequest {
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @Is(kinds.text(500, 3))
  reason!: string;
}
