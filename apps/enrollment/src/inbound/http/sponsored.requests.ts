import { IsOptional } from 'class-validator';
import { Consent, Has, HasMany, Is, kinds, SignUpPerson } from '#libs/contracts';

const MEMBERS_MAX = 1_000;
const RESIDENCE_CHARACTERS_MAX = 13;
/** As far ahead as contributions can be paid. */
const MONTHS_MAX = 24;

/** Somebody whom a sponsor pays for. */
export class SponsoredMemberRequest {
  /** Identity, as of any sign-up: the same again changes nothing and takes no months. */
  @Is(kinds.id) signUpId!: string;
  @Has(() => SignUpPerson) person!: SignUpPerson;
  @IsOptional() @Is(kinds.text(RESIDENCE_CHARACTERS_MAX)) residence?: string | null;
  @Is(kinds.listOf(kinds.text(64), { min: 1, max: 10 })) occupations!: string[];
  /** Rupiah a month; the least that may be declared where it is left out. */
  @IsOptional() @Is(kinds.integer(0)) declaredIncome?: number | null;
  @Has(() => Consent) consent!: Consent;
}

/** Whom a sponsor pays for, and how long. */
export class SponsoredRequest {
  /** When the list was made, RFC 3339 with offset: part of each sign-up's content, so a repeat states the same. */
  @Is(kinds.instant) submittedAt!: string;
  /** The first of the months. */
  @Is(kinds.month) from!: string;
  @Is(kinds.integer(1, MONTHS_MAX)) months!: number;
  @HasMany(() => SponsoredMemberRequest, { min: 1, max: MEMBERS_MAX }) members!: SponsoredMemberRequest[];
}
