import { randomUUID } from 'node:crypto';
import {
  contributionPaid,
  contributionReversed,
  memberChanged,
  memberRegistered,
  membershipEnded,
  type Message,
} from '#libs/contracts';
import { monthOf } from '#libs/kernel';
import type { ContributionMessage, MemberMessage } from '../../src/use-cases/facts-of-messages.js';
import { later } from './oracle.js';
import type { Of, Told } from './told.js';

/** One person with what was told about it; memberships have ids of their own. */
export interface Person {
  readonly personId: string;
  readonly told: readonly Told[];
}

/** Gives the memberships of an invented history ids that are this person's alone. */
export const personOf = (history: readonly Told[]): Person => {
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    const id = ids.get(name) ?? randomUUID();
    ids.set(name, id);
    return id;
  };
  const told = history.map((each) =>
    'membershipId' in each ? { ...each, membershipId: idOf(each.membershipId) } : each,
  );
  return { personId: randomUUID(), told };
};

const registered = ({ personId }: Person, told: Of<'registered'>) => ({
  ...memberRegistered.example,
  personId,
  membershipId: told.membershipId,
  signUpId: randomUUID(),
  segment: told.segment,
  programmes: told.programmes,
  occupations: told.occupations,
  residence: told.residence,
  channel: {
    kind: told.kind,
    code: told.code,
    campaign: told.campaign,
    ...(told.above.length > 0 && { partOf: told.above }),
  },
  payer: { kind: told.payer, code: null },
  registeredOn: told.registeredOn,
});

const changed = ({ personId }: Person, told: Of<'changed'>) => {
  const { membershipId, effectiveOn, residence, segment, programmes, occupations, payer } = told;
  const changes = {
    ...(residence !== undefined && { residence }),
    ...(segment !== undefined && { segment }),
    ...(programmes !== undefined && { programmes }),
    ...(occupations !== undefined && { occupations }),
    ...(payer !== undefined && { payer: { kind: payer, code: null } }),
  };
  return { personId, membershipId, effectiveOn, changes };
};

const paid = ({ personId }: Person, told: Of<'paid'>) => ({
  ...contributionPaid.example,
  personId,
  membershipId: told.membershipId,
  contributionId: told.contributionId,
  segment: told.segment,
  programmes: told.programmes,
  payer: { kind: told.payer, code: null },
  months: told.event ? [] : [monthOf(told.from)],
  from: told.from,
  through: told.through,
});

const contentOf = (person: Person, told: Told) => {
  switch (told.type) {
    case 'registered':
      return { contract: memberRegistered, data: registered(person, told) };
    case 'changed':
      return { contract: memberChanged, data: changed(person, told) };
    case 'ended': {
      const { membershipId, endedOn, died } = told;
      const reason = died ? 'died' : 'left';
      return {
        contract: membershipEnded,
        data: { personId: person.personId, membershipId, endedOn, reason },
      };
    }
    case 'paid':
      return { contract: contributionPaid, data: paid(person, told) };
    case 'reversed':
      return { contract: contributionReversed, data: reversed(person, told) };
  }
};

const reversed = ({ personId, told }: Person, { contributionId, at }: Of<'reversed'>) => {
  const of = told.find((each) => each.type === 'paid' && each.contributionId === contributionId);
  const { membershipId } = of as Of<'paid'>;
  return { personId, membershipId, contributionId, reversedAt: at, reason: 'paid-twice' };
};

/** What was told as the owners publish it: the events of a subject count 1, 2, 3 … in the order of recording. */
export const messagesOf = (
  person: Person,
): { readonly members: readonly MemberMessage[]; readonly contributions: readonly ContributionMessage[] } => {
  const sequences = new Map<string, number>();
  const messages = [...person.told].sort(later).map((told): Message => {
    const { contract, data } = contentOf(person, told);
    const subject = `membership/${(data as { membershipId: string }).membershipId}`;
    const stream = `${contract.topic.name} ${subject}`;
    const sequence = (sequences.get(stream) ?? 0) + 1;
    sequences.set(stream, sequence);
    const { id: eventId, at: recordedAt } = told;
    const { type } = contract;
    return { type, data, eventId, subject, sequence, recordedAt, correlationId: eventId, traceparent: null };
  });
  const isMember = ({ type }: Message) => type.startsWith('id.cakupan.enrollment.');
  return {
    members: messages.filter(isMember) as MemberMessage[],
    contributions: messages.filter((message) => !isMember(message)) as ContributionMessage[],
  };
};
