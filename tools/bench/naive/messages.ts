import { Type } from 'class-transformer';
import {
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsPositive,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';

/** What enrollment tells of a membership, whichever it is. */
export class MemberTold {
  @IsUUID() membershipId!: string;
  @IsUUID() personId!: string;
  @IsOptional() @IsString() residence?: string;
  @IsOptional() @IsDateString() registeredOn?: string;
  @IsOptional() @IsArray() @IsString({ each: true }) programmes?: string[];
  @IsOptional() @IsDateString() effectiveOn?: string;
  @IsOptional() @IsObject() changes?: { residence?: string };
  @IsOptional() @IsDateString() endedOn?: string;
}

/** What contribution tells of a membership, whichever it is. */
export class ContributionTold {
  @IsUUID() contributionId!: string;
  @IsUUID() membershipId!: string;
  @IsUUID() personId!: string;
  @IsOptional() @IsDateString() from?: string;
  @IsOptional() @IsDateString() through?: string;
  @IsOptional() @IsInt() @IsPositive() amount?: number;
  @IsOptional() @IsDateString() reversedAt?: string;
}

class PersonTold {
  @Length(16, 16) nik!: string;
  @IsString() fullName!: string;
  @IsDateString() birthDate!: string;
  @IsIn(['female', 'male']) sex!: string;
}

export class SignUpTold {
  @IsUUID() signUpId!: string;
  @IsDateString() submittedAt!: string;
  @IsObject() channel!: object;
  @ValidateNested() @Type(() => PersonTold) person!: PersonTold;
  @Matches(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/) residence!: string;
  @IsIn(['PU', 'BPU', 'JAKON', 'PMI']) segment!: string;
  @IsArray() @IsString({ each: true }) occupations!: string[];
  @IsInt() @IsPositive() declaredIncome!: number;
  @IsArray() @IsString({ each: true }) programmes!: string[];
  @IsDateString() startsOn!: string;
}

export class PaymentTold {
  @IsString() paymentId!: string;
  @IsString() gateway!: string;
  @IsString() method!: string;
  @IsString() paymentCode!: string;
  @IsInt() @IsPositive() amount!: number;
  @IsIn(['IDR']) currency!: string;
  @IsDateString() settledAt!: string;
  @IsArray() @IsString({ each: true }) months!: string[];
}
