import {
  occupationGroupOf,
  type ChannelKind,
  type Day,
  type PayerKind,
  type Programme,
  type Segment,
} from '#libs/kernel';
import { dayNumber, microsecondsOf } from '../../src/domain/coverage/day-number.js';
import type { Fact } from '../../src/domain/coverage/fact.js';
import {
  channelPlace,
  groupsMask,
  payerPlace,
  programmesMask,
  segmentPlace,
} from '../../src/domain/coverage/terms.js';

/** What was told about one person: what the oracle reads, and what the fold is given as facts. */
export type Told = { at: string; id: string } & (
  | {
      type: 'registered';
      membershipId: string;
      registeredOn: Day;
      segment: Segment;
      programmes: Programme[];
      payer: PayerKind;
      occupations: string[];
      kind: ChannelKind;
      code: string;
      /** Codes of the channels that it is a part of. */
      above: string[];
      campaign: string | null;
      residence: string | null;
    }
  | {
      type: 'changed';
      membershipId: string;
      effectiveOn: Day;
      residence?: string;
      segment?: Segment;
      programmes?: Programme[];
      payer?: PayerKind;
      occupations?: string[];
    }
  | { type: 'ended'; membershipId: string; endedOn: Day; died: boolean }
  | {
      type: 'paid';
      membershipId: string;
      contributionId: string;
      segment: Segment;
      programmes: Programme[];
      payer: PayerKind;
      from: Day;
      through: Day;
      event: boolean;
    }
  | { type: 'reversed'; contributionId: string }
);
export type Of<T extends Told['type']> = Extract<Told, { type: T }>;

/** The regions of the list; any other code is unmapped. */
export const VALID = ['33.72.05.1011', '33.72.05', '33.11', '31.71.01.1001'];
export const valid = (code: string) => (VALID.includes(code) ? code : 'unmapped');
export const groupsOf = (codes: readonly string[]) => [...new Set(codes.map(occupationGroupOf))];

/** The same as the fold takes it. */
export const factsOf = (told: Told): Fact[] => {
  const recorded = { at: microsecondsOf(told.at), id: told.id };
  switch (told.type) {
    case 'registered':
      return [
        {
          ...recorded,
          kind: 'registered',
          membershipId: told.membershipId,
          registeredOn: dayNumber(told.registeredOn),
          segment: segmentPlace(told.segment),
          programmes: programmesMask(told.programmes),
          payer: payerPlace(told.payer),
          groups: groupsMask(groupsOf(told.occupations)),
          channelKind: channelPlace(told.kind),
          channelCode: told.code,
          channelsAbove: told.above,
          campaign: told.campaign,
          residence: told.residence === null ? null : valid(told.residence),
        },
      ];
    case 'changed': {
      const effectiveOn = dayNumber(told.effectiveOn);
      const { residence, segment, programmes, payer, occupations, membershipId } = told;
      const facts: Fact[] = [];
      if (residence !== undefined)
        facts.push({ ...recorded, kind: 'moved', effectiveOn, residence: valid(residence) });
      if (segment ?? programmes ?? payer ?? occupations) {
        facts.push({
          ...recorded,
          kind: 'changed',
          membershipId,
          effectiveOn,
          segment: segment === undefined ? null : segmentPlace(segment),
          programmes: programmes === undefined ? null : programmesMask(programmes),
          payer: payer === undefined ? null : payerPlace(payer),
          groups: occupations === undefined ? null : groupsMask(groupsOf(occupations)),
        });
      }
      return facts;
    }
    case 'ended':
      return [
        {
          ...recorded,
          kind: 'ended',
          membershipId: told.membershipId,
          endedOn: dayNumber(told.endedOn),
          died: told.died,
        },
      ];
    case 'paid':
      return [
        {
          ...recorded,
          kind: 'paid',
          membershipId: told.membershipId,
          contributionId: told.contributionId,
          segment: segmentPlace(told.segment),
          programmes: programmesMask(told.programmes),
          payer: payerPlace(told.payer),
          from: dayNumber(told.from),
          through: dayNumber(told.through),
          event: told.event,
        },
      ];
    case 'reversed':
      return [{ ...recorded, kind: 'reversed', contributionId: told.contributionId }];
  }
};
