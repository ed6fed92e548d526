import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { AsFlag, Problem } from '#libs/http';
import type { SignUpOutcome } from '../../use-cases/sign-ups.js';

export class SignUpQuery {
  @ApiPropertyOptional({ type: Boolean, description: 'All rules and the answer; nothing is stored.' })
  @IsOptional()
  @IsBoolean()
  @AsFlag()
  dryRun: boolean = false;
}

/** An accepted sign-up. A dry run that would have registered somebody has no numbers to give. */
export class SignUpAnswer {
  @ApiProperty({ format: 'uuid' }) signUpId!: string;
  @ApiProperty({ enum: ['registered', 'already-member'] }) outcome!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) membershipId!: string | null;
  @ApiProperty({ type: String, nullable: true }) memberNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) paymentCode!: string | null;
  @ApiProperty({ type: [String], description: 'What the channel should know, though it forbids nothing.' })
  warnings!: readonly string[];
}

/** Where a sign-up stands. Accepted ones carry the fields of their answer, the others the reasons. */
export class SignUpStatus {
  @ApiProperty({ format: 'uuid' }) signUpId!: string;
  @ApiProperty({ enum: ['pending', 'accepted', 'refused', 'parked'] }) status!: string;
  @ApiPropertyOptional({ enum: ['registered', 'already-member'] }) outcome?: string;
  @ApiPropertyOptional({ format: 'uuid' }) membershipId?: string;
  @ApiPropertyOptional() memberNumber?: string;
  @ApiPropertyOptional() paymentCode?: string;
  @ApiPropertyOptional({ type: [String] }) warnings?: readonly string[];
  @ApiPropertyOptional({ type: [String] }) reasons?: readonly string[];
}

const NO_NUMBERS = { membershipId: null, memberNumber: null, paymentCode: null };

/** The answer to the sender. Throws a 409 for an id that was used with other content, a 422 for a refusal. */
export const answerTo = (
  signUpId: string,
  { answer, result }: SignUpOutcome,
  isDryRun: boolean,
): SignUpAnswer => {
  if (answer === 'id-reused') throw Problem.conflict('sign-up-id-reused');
  if (result.status === 'refused') throw Problem.refused(result.reasons);
  const { status: _, ...accepted } = result;
  const isOnlyTried = isDryRun && answer === 'new' && accepted.outcome === 'registered';
  return { signUpId, ...accepted, ...(isOnlyTried ? NO_NUMBERS : {}) };
};
