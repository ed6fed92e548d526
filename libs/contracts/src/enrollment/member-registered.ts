import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Has, Is } from '../fields.js';
import { day, id, integer, oneOf, rupiah, text } from '../kinds.js';
import { EventCover } from '../parts/event-cover.js';
import { channelCodes, occupationList, programmeSet, residenceCode } from '../parts/lists.js';
import { Payer } from '../parts/payer.js';
import { membersTopic } from '../topics.js';
import { CHANNEL_KINDS, SEGMENTS, SEXES } from '../vocabulary.js';
import type { ChannelKind, Programme, Segment, Sex } from '../vocabulary.js';

/** The channel that a membership came through. */
export class MemberChannel {
  @Is(oneOf(CHANNEL_KINDS)) kind!: ChannelKind;
  @Is(text(64)) code!: string;
  @IsOptional() @Is(text(64)) campaign?: string | null;
}

/** The same, with what it was a part of when the membership was registered. */
export class RegisteringChannel extends MemberChannel {
  /** The codes of the channels that it is a part of, the nearest first: of an RT its RW, then its village. */
  @IsOptional() @Is(channelCodes) partOf?: string[] | null;
}

export class MemberRegistered {
  @Is(id) membershipId!: string;
  @Is(id) personId!: string;
  @Is(text(32)) memberNumber!: string;
  @Is(text(64)) paymentCode!: string;
  @Is(oneOf(SEGMENTS)) segment!: Segment;
  @Is(programmeSet) programmes!: Programme[];
  /** Rupiah a month on which the contribution is computed. */
  @Is(rupiah) basis!: number;
  @Is(occupationList) occupations!: string[];
  @Is(oneOf(SEXES)) sex!: Sex;
  @Is(integer(1000, 2999)) birthYear!: number;
  /** As it was stated, also a code that is in no list; null: none was stated. */
  @IsOptional() @Is(residenceCode) residence?: string | null;
  @Has(() => RegisteringChannel) channel!: RegisteringChannel;
  @Has(() => Payer) payer!: Payer;
  /** The employer's code. */
  @IsOptional() @Is(text(64)) employer?: string | null;
  @IsOptional() @Has(() => EventCover) eventCover?: EventCover | null;
  @Is(day) registeredOn!: string;
  @Is(day) startsOn!: string;
  @Is(id) signUpId!: string;
}

export const memberRegistered = defineEvent({
  topic: membersTopic,
  type: 'id.cakupan.enrollment.member-registered.v1',
  summary:
    'A membership exists from registeredOn on. It can be paid for; it covers nothing before it is paid.',
  payload: MemberRegistered,
  key: (member) => member.personId,
  subject: (member) => `membership/${member.membershipId}`,
  example: {
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    memberNumber: '24000000017',
    paymentCode: '8888824000000017',
    segment: 'BPU',
    programmes: ['JKK', 'JKM'],
    basis: 1_000_000,
    occupations: ['street-trader'],
    sex: 'female',
    birthYear: 1990,
    residence: '33.72.05.1011',
    channel: { kind: 'association', code: 'PKL-MANAHAN', campaign: null },
    payer: { kind: 'self', code: null },
    employer: null,
    eventCover: null,
    registeredOn: '2024-12-17',
    startsOn: '2025-01-01',
    signUpId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
  },
});
