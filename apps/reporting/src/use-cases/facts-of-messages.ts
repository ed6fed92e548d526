import type {
  contributionPaid,
  ContributionPaid,
  contributionReversed,
  memberChanged,
  MemberChanged,
  memberRegistered,
  MemberRegistered,
  membershipEnded,
  membershipLapsed,
  membershipRevived,
  MessageOf,
  personErased,
} from '#libs/contracts';
import { assertNever, occupationGroupOf } from '#libs/kernel';
import { dayNumber, microsecondsOf } from '../domain/coverage/day-number.js';
import { compactId, type Fact } from '../domain/coverage/fact.js';
import {
  channelPlace,
  groupsMask,
  payerPlace,
  programmesMask,
  segmentPlace,
  UNMAPPED,
} from '../domain/coverage/terms.js';
import type { RegionTree } from '../domain/regions/region-tree.js';

/** What enrollment tells about a person. */
export type MemberMessage = MessageOf<
  typeof memberRegistered | typeof memberChanged | typeof membershipEnded | typeof personErased
>;

/** What contribution tells about a person. */
export type ContributionMessage = MessageOf<
  typeof contributionPaid | typeof contributionReversed | typeof membershipLapsed | typeof membershipRevived
>;

export type PersonMessage = MemberMessage | ContributionMessage;

type Recorded = Pick<Fact, 'at' | 'id'>;

const groupsOf = (occupations: readonly string[]) => groupsMask(occupations.map(occupationGroupOf));

const residenceOf = (code: string, regions: RegionTree) => (regions.has(code) ? code : UNMAPPED);

const registered = (member: MemberRegistered, recorded: Recorded, regions: RegionTree): Fact => ({
  ...recorded,
  kind: 'registered',
  membershipId: compactId(member.membershipId),
  registeredOn: dayNumber(member.registeredOn),
  segment: segmentPlace(member.segment),
  programmes: programmesMask(member.programmes),
  payer: payerPlace(member.payer.kind),
  groups: groupsOf(member.occupations),
  channelKind: channelPlace(member.channel.kind),
  channelCode: member.channel.code,
  channelsAbove: member.channel.partOf ?? [],
  campaign: member.channel.campaign ?? null,
  residence: member.residence ? residenceOf(member.residence, regions) : null,
});

const changed = ({ changes, ...member }: MemberChanged, recorded: Recorded, regions: RegionTree): Fact[] => {
  const effectiveOn = dayNumber(member.effectiveOn);
  const { residence, segment, programmes, payer, occupations } = changes;
  const facts: Fact[] = [];
  if (residence) {
    facts.push({ ...recorded, kind: 'moved', effectiveOn, residence: residenceOf(residence, regions) });
  }
  if (segment ?? programmes ?? payer ?? occupations) {
    facts.push({
      ...recorded,
      kind: 'changed',
      membershipId: compactId(member.membershipId),
      effectiveOn,
      segment: segment ? segmentPlace(segment) : null,
      programmes: programmes ? programmesMask(programmes) : null,
      payer: payer ? payerPlace(payer.kind) : null,
      groups: occupations ? groupsOf(occupations) : null,
    });
  }
  return facts;
};

const paid = (contribution: ContributionPaid, recorded: Recorded): Fact => ({
  ...recorded,
  kind: 'paid',
  membershipId: compactId(contribution.membershipId),
  contributionId: compactId(contribution.contributionId),
  segment: segmentPlace(contribution.segment),
  programmes: programmesMask(contribution.programmes),
  payer: payerPlace(contribution.payer.kind),
  from: dayNumber(contribution.from),
  through: dayNumber(contribution.through),
  event: contribution.months.length === 0,
});

/** What a message tells that figures depend on; of lapses and erasures: nothing. */
export const factsOf = (message: PersonMessage, regions: RegionTree): readonly Fact[] => {
  const recorded = { at: microsecondsOf(message.recordedAt), id: compactId(message.eventId) };
  switch (message.type) {
    case 'id.cakupan.enrollment.member-registered.v1':
      return [registered(message.data, recorded, regions)];
    case 'id.cakupan.enrollment.member-changed.v1':
      return changed(message.data, recorded, regions);
    case 'id.cakupan.enrollment.membership-ended.v1': {
      const { endedOn, reason } = message.data;
      const membershipId = compactId(message.data.membershipId);
      const died = reason === 'died';
      return [{ ...recorded, kind: 'ended', membershipId, endedOn: dayNumber(endedOn), died }];
    }
    case 'id.cakupan.contribution.contribution-paid.v1':
      return [paid(message.data, recorded)];
    case 'id.cakupan.contribution.contribution-reversed.v1':
      return [{ ...recorded, kind: 'reversed', contributionId: compactId(message.data.contributionId) }];
    case 'id.cakupan.enrollment.person-erased.v1':
    case 'id.cakupan.contribution.membership-lapsed.v1':
    case 'id.cakupan.contribution.membership-revived.v1':
      return [];
    default:
      return assertNever(message);
  }
};
