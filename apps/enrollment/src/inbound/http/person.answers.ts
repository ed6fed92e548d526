import { ApiProperty } from '@nestjs/swagger';

/** A person whose data is gone. */
export class ErasureAnswer {
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty({ enum: ['erased'] }) status!: string;
}

/** What was stated at one sign-up. */
export class PersonalRecordAnswer {
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty() nik!: string;
  @ApiProperty() fullName!: string;
  @ApiProperty({ format: 'date' }) birthDate!: string;
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  @ApiProperty({ type: String, nullable: true }) email!: string | null;
  @ApiProperty({ type: String, nullable: true }) address!: string | null;
  @ApiProperty({ type: 'integer', description: 'Rupiah a month.' }) declaredIncome!: number;
}

/** Something that was done with the data, or said of the person. */
export class ProcessingAnswer {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() what!: string;
  @ApiProperty() subject!: string;
  @ApiProperty({ type: String, nullable: true }) actor!: string | null;
}

/** All that is kept of a person, and what was done with it. */
export class PersonDataAnswer {
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty() isErased!: boolean;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The person that it turned out to be, with whom its data is.',
  })
  mergedInto!: string | null;
  @ApiProperty({ type: [PersonalRecordAnswer] }) records!: readonly PersonalRecordAnswer[];
  @ApiProperty({ type: [ProcessingAnswer], description: 'Oldest first; this look stands last.' })
  processing!: readonly ProcessingAnswer[];
}

/** Two persons who are one. */
export class MergeAnswer {
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty({ format: 'uuid' }) mergedInto!: string;
}

/** A membership of somebody who was looked up by the NIK. */
export class FoundMembershipAnswer {
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty({ type: String, nullable: true }) residence!: string | null;
}

/** Who has a NIK. It says nothing that the officer did not know. */
export class FoundPersonAnswer {
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty({ type: [FoundMembershipAnswer], description: 'Those of people in the regions of the token.' })
  memberships!: readonly FoundMembershipAnswer[];
}
