import { ApiProperty } from '@nestjs/swagger';

class StepView {
  @ApiProperty({ example: 'claim-decided' }) what!: string;
  @ApiProperty({ description: 'Who did it, as their token said.' }) by!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true }) why!: string | null;
}

/** All that was done with a claim, in order. */
export class StepsView {
  @ApiProperty({ type: [StepView] }) items!: readonly StepView[];
}
