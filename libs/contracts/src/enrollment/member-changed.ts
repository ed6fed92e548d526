import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Has, Is } from '../fields.js';
import { day, id, oneOf, rupiah } from '../kinds.js';
import { occupationList, programmeSet, residenceCode } from '../parts/lists.js';
import { Payer } from '../parts/payer.js';
import { membersTopic } from '../topics.js';
import { SEGMENTS, type Programme, type Segment } from '../vocabulary.js';

/** What is different from the effective day on; a field that is absent or null stays as it was. */
export class MemberChanges {
  @IsOptional() @Is(residenceCode) residence?: string | null;
  @IsOptional() @Is(oneOf(SEGMENTS)) segment?: Segment | null;
  @IsOptional() @Is(programmeSet) programmes?: Programme[] | null;
  /** Rupiah a month. */
  @IsOptional() @Is(rupiah) basis?: number | null;
  @IsOptional() @Is(occupationList) occupations?: string[] | null;
  @IsOptional() @Has(() => Payer) payer?: Payer | null;
}

export class MemberChanged {
  @Is(id) membershipId!: string;
  @Is(id) personId!: string;
  @Is(day) effectiveOn!: string;
  @Has(() => MemberChanges) changes!: MemberChanges;
}

export const memberChanged = defineEvent({
  topic: membersTopic,
  type: 'id.cakupan.enrollment.member-changed.v1',
  summary: 'A membership is different from effectiveOn on. A change of residence holds for the person.',
  payload: MemberChanged,
  key: (member) => member.personId,
  subject: (member) => `membership/${member.membershipId}`,
  example: {
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    effectiveOn: '2025-03-01',
    changes: { residence: '33.11.07.2003', programmes: ['JKK', 'JKM', 'JHT'] },
  },
});
