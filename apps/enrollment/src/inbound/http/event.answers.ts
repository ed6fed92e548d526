import { ApiProperty } from '@nestjs/swagger';

const COUNT = { type: 'integer', minimum: 0 } as const;

/** What became of a list of participants. */
export class ParticipantsAnswer {
  @ApiProperty() event!: string;
  @ApiProperty({ ...COUNT, description: 'Insured for the event, and to be paid for by the organiser.' })
  insured!: number;
  @ApiProperty({ ...COUNT, description: 'Covered on its days already: nobody pays for them twice.' })
  alreadyCovered!: number;
  @ApiProperty(COUNT) refused!: number;
  @ApiProperty({
    type: [Object],
    description:
      'For each participant, in order: what a sign-up is answered; the warning already-covered says why.',
  })
  participants!: readonly object[];
}

/** How many of those who were insured for an event went on by themselves. */
export class ConversionAnswer {
  @ApiProperty() event!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) through!: string;
  @ApiProperty({ enum: ['before', 'running', 'over'] }) state!: string;
  @ApiProperty({ ...COUNT, description: 'Persons who were insured for the event.' }) participants!: number;
  @ApiProperty({ ...COUNT, description: 'Of these, with a membership of their own.' }) signedUp!: number;
  @ApiProperty({ ...COUNT, description: 'Of these, who paid themselves for days after the event.' })
  wentOn!: number;
  @ApiProperty({ type: String, nullable: true, description: 'wentOn of participants, cut to two decimals.' })
  conversionText!: string | null;
}
