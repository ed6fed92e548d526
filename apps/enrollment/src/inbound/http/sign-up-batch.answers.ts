import { ApiProperty } from '@nestjs/swagger';

const count = (description = '') => ({ type: 'integer', minimum: 0, description }) as const;

/** A file that has come in. */
export class SignUpBatchAnswer {
  @ApiProperty({ format: 'uuid' }) batchId!: string;
  @ApiProperty(count()) rows!: number;
}

/** How far a file is. Each row that is done counts once; `repeated` says how many of them were answered before. */
export class SignUpBatchBody {
  @ApiProperty({ format: 'uuid' }) batchId!: string;
  @ApiProperty({ enum: ['receiving', 'waiting', 'running', 'done'] }) status!: string;
  @ApiProperty(count()) rows!: number;
  @ApiProperty(count()) rowsDone!: number;
  @ApiProperty(count()) registered!: number;
  @ApiProperty(count()) alreadyMember!: number;
  @ApiProperty(count('By a rule, or because the sender may not send it.')) refused!: number;
  @ApiProperty(count('No sign-up can be read from the row.')) malformed!: number;
  @ApiProperty(count('The program failed on the row; nothing is wrong with it.')) failed!: number;
  @ApiProperty(count()) repeated!: number;
  @ApiProperty(count('Since the file was begun.')) rowsPerSecond!: number;
  @ApiProperty({ type: 'integer', nullable: true }) secondsLeft!: number | null;
}
