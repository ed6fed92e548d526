import { ApiProperty } from '@nestjs/swagger';

const COUNT = { type: 'integer', minimum: 0 } as const;

/** Person-months of a sponsor. */
export class BudgetAnswer {
  @ApiProperty() sponsor!: string;
  @ApiProperty({ ...COUNT, nullable: true, description: 'Null: none were granted.' }) granted!: number | null;
  @ApiProperty(COUNT) reserved!: number;
  @ApiProperty(COUNT) left!: number;
}

/** How many of those whom a sponsor paid for went on by themselves. Persons, each once. */
export class SponsoredConversionAnswer {
  @ApiProperty() sponsor!: string;
  @ApiProperty(COUNT) enrolled!: number;
  @ApiProperty({ ...COUNT, description: 'Of these, whose last day that the sponsor has paid for is past.' })
  monthsOver!: number;
  @ApiProperty({ ...COUNT, description: 'Of these, who paid themselves for days after it.' }) wentOn!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Of those whose months are over, cut to two decimals.',
  })
  conversionText!: string | null;
}

/** What became of a list of people whom a sponsor pays for. */
export class SponsoredAnswer extends BudgetAnswer {
  @ApiProperty({ ...COUNT, description: 'New members, for each of whom the months are reserved.' })
  enrolled!: number;
  @ApiProperty({ ...COUNT, description: 'Members already: no months are taken for them.' })
  alreadyMember!: number;
  @ApiProperty(COUNT) refused!: number;
  @ApiProperty({
    type: [String],
    description:
      'funeral-only: for so few months a death that is no work accident is covered by the funeral part alone.',
  })
  warnings!: readonly string[];
  @ApiProperty({ type: [Object], description: 'For each, in order: what a sign-up is answered.' })
  members!: readonly object[];
}
