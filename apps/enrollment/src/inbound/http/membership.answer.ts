import { ApiProperty } from '@nestjs/swagger';
import { EventCover, MemberChannel, Payer } from '#libs/contracts';

/** A membership with the terms in force today. It says nothing that identifies the person. */
export class MembershipAnswer {
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty() memberNumber!: string;
  @ApiProperty() paymentCode!: string;
  @ApiProperty() segment!: string;
  @ApiProperty({ type: [String] }) programmes!: readonly string[];
  @ApiProperty({ description: 'Rupiah a month on which the contribution is computed.' }) basis!: number;
  @ApiProperty({ type: [String] }) occupations!: readonly string[];
  @ApiProperty({ type: String, nullable: true }) residence!: string | null;
  @ApiProperty({ type: Payer }) payer!: object;
  @ApiProperty({ type: MemberChannel }) channel!: object;
  @ApiProperty({ type: String, nullable: true }) employer!: string | null;
  @ApiProperty({ type: EventCover, nullable: true }) eventCover!: object | null;
  @ApiProperty({ format: 'date' }) registeredOn!: string;
  @ApiProperty({ format: 'date' }) startsOn!: string;
  @ApiProperty({ format: 'uuid' }) signUpId!: string;
  @ApiProperty({ enum: ['open', 'ended'] }) status!: string;
  @ApiProperty({ description: 'An officer has yet to find out whether the NIK is the holder’s.' })
  isProvisional!: boolean;
  @ApiProperty({ enum: ['registered', 'active', 'in-arrears', 'lapsed', 'ended'] }) stage!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) coveredThrough!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) lapsedOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) endedOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) endReason!: string | null;
  @ApiProperty({ type: [Object], description: 'In the order in which they were recorded.' })
  changes!: readonly object[];
}
