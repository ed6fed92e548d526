import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Has, Is } from '../fields.js';
import { day, id, instant, integer, oneOf, text } from '../kinds.js';
import { EventCover } from '../parts/event-cover.js';
import { occupationList, programmeSet, residenceCode } from '../parts/lists.js';
import { Payer } from '../parts/payer.js';
import { signUpsTopic } from '../topics.js';
import { CHANNEL_KINDS, SEGMENTS, SEXES } from '../vocabulary.js';
import type { ChannelKind, Programme, Segment, Sex } from '../vocabulary.js';

/** The channel that a sign-up came through. */
export class SignUpChannel {
  @Is(oneOf(CHANNEL_KINDS)) kind!: ChannelKind;
  @Is(text(64)) code!: string;
  @IsOptional() @Is(text(64)) agent?: string | null;
  @IsOptional() @Is(text(64)) campaign?: string | null;
}

/** Who signs up. Whether the NIK is plausible is a rule, which refuses with a result. */
export class SignUpPerson {
  @Is(text(32, 0)) nik!: string;
  @Is(text(200)) fullName!: string;
  @Is(day) birthDate!: string;
  @Is(oneOf(SEXES)) sex!: Sex;
  @IsOptional() @Is(text(32, 0)) mobile?: string | null;
  @IsOptional() @Is(text(254, 0)) email?: string | null;
  @IsOptional() @Is(text(500, 0)) address?: string | null;
}

export class SignUpEmployer {
  @Is(text(64)) code!: string;
  @Is(text(200)) name!: string;
}

/** Which text the person agreed to, and when. */
export class Consent {
  @Is(text(64)) textVersion!: string;
  @Is(instant) givenAt!: string;
}

export class SignUpSubmitted {
  @Is(id) signUpId!: string;
  @Is(instant) submittedAt!: string;
  @Has(() => SignUpChannel) channel!: SignUpChannel;
  @Has(() => SignUpPerson) person!: SignUpPerson;
  /** A region code; unknown ones are kept and count as unmapped, and so does none. */
  @IsOptional() @Is(residenceCode) residence?: string | null;
  @Is(oneOf(SEGMENTS)) segment!: Segment;
  @Is(occupationList) occupations!: string[];
  /** Rupiah a month. */
  @Is(integer(0)) declaredIncome!: number;
  @Is(programmeSet) programmes!: Programme[];
  @Is(day) startsOn!: string;
  @IsOptional() @Has(() => EventCover) eventCover?: EventCover | null;
  @IsOptional() @Has(() => SignUpEmployer) employer?: SignUpEmployer | null;
  @Has(() => Payer) payer!: Payer;
  @Has(() => Consent) consent!: Consent;
}

export const signUpSubmitted = defineEvent({
  topic: signUpsTopic,
  type: 'id.cakupan.channel.sign-up-submitted.v1',
  summary:
    'Someone signs up through a channel. Identity is the signUpId; the result follows under the same id.',
  payload: SignUpSubmitted,
  key: (signUp) => signUp.signUpId,
  subject: (signUp) => `sign-up/${signUp.signUpId}`,
  example: {
    signUpId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
    submittedAt: '2024-12-17T09:30:00+07:00',
    channel: { kind: 'association', code: 'PKL-MANAHAN', agent: 'A-118', campaign: null },
    person: {
      nik: '3372051708900001',
      fullName: 'Sri Rahayu',
      birthDate: '1990-08-17',
      sex: 'female',
      mobile: '+6281200000000',
      email: null,
      address: 'Jl. Adi Sucipto 1',
    },
    residence: '33.72.05.1011',
    segment: 'BPU',
    occupations: ['street-trader'],
    declaredIncome: 1_000_000,
    programmes: ['JKK', 'JKM'],
    startsOn: '2025-01-01',
    eventCover: null,
    employer: null,
    payer: { kind: 'self', code: null },
    consent: { textVersion: '2024-1', givenAt: '2024-12-17T09:29:10+07:00' },
  },
});
