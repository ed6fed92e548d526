import { IsOptional } from 'class-validator';
import { Consent, Has, HasMany, Is, kinds, SignUpPerson } from '#libs/contracts';

/** A contest has hundreds of participants; more come in several lists. */
const PARTICIPANTS_MAX = 1_000;
const RESIDENCE_CHARACTERS_MAX = 13;

/** Somebody who takes part in an event. */
export class ParticipantRequest {
  /** Identity, as of any sign-up: the same again changes nothing. */
  @Is(kinds.id) signUpId!: string;
  @Has(() => SignUpPerson) person!: SignUpPerson;
  @IsOptional() @Is(kinds.text(RESIDENCE_CHARACTERS_MAX)) residence?: string | null;
  /** Rupiah a month; the least that may be declared where it is left out. */
  @IsOptional() @Is(kinds.integer(0)) declaredIncome?: number | null;
  @Has(() => Consent) consent!: Consent;
}

/** Who takes part in an event. */
export class ParticipantsRequest {
  /** When the list was made, RFC 3339 with offset: part of each sign-up's content, so a repeat states the same. */
  @Is(kinds.instant) submittedAt!: string;
  @HasMany(() => ParticipantRequest, { min: 1, max: PARTICIPANTS_MAX }) participants!: ParticipantRequest[];
}
