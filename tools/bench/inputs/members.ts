import { memberRegistered, type EventContract, type MemberRegistered } from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { storyUuid } from '../../sample/chance/chance.js';

const SAID_AT = '2025-02-03T03:00:00.000Z';
const BEGAN_MS = Date.parse('2025-01-01T00:00:00Z');
/** What a month costs each of them: 1 % of Rp1,000,000 and the flat JKM. */
export const MONTH_RUPIAH = 16_800;

/** A message on a topic, as its sender makes it. */
export const message = <Payload extends object>(
  contract: EventContract<string, Payload>,
  data: Payload,
  { key, id, more = {} }: { key: string; id: string; more?: Record<string, string> },
): OutgoingMessage => ({
  topic: contract.topic.name,
  key,
  value: JSON.stringify(data),
  headers: {
    ce_specversion: '1.0',
    ce_id: id,
    ce_source: '/trials',
    ce_type: contract.type,
    ce_time: SAID_AT,
    'content-type': 'application/json',
    ...more,
  },
});

/** The number that every bank's virtual accounts begin with, and that of a person behind it. */
export const SERVICE_ID = '88888';
export const customerNoOf = (person: number): string => `28${String(person).padStart(9, '0')}`;
export const codeOf = (person: number): string => SERVICE_ID + customerNoOf(person);

/** Years ahead: what a month costs, and whether a membership lapses, does not depend on the day of the run. */
const memberOf = (seed: number, person: number): MemberRegistered => ({
  ...memberRegistered.example,
  membershipId: storyUuid(seed, 'membership', person, BEGAN_MS),
  personId: storyUuid(seed, 'person', person, BEGAN_MS),
  signUpId: storyUuid(seed, 'sign-up', person, BEGAN_MS),
  memberNumber: customerNoOf(person),
  paymentCode: codeOf(person),
  programmes: ['JKK', 'JKM'],
  basis: 1_000_000,
  registeredOn: '2025-01-01',
  startsOn: '2028-01-01',
  payer: { kind: 'government', code: null },
});

/** What enrollment tells of so many persons, as far as they can be paid for. */
export function* memberMessages(seed: number, persons: number): Generator<OutgoingMessage> {
  for (let person = 0; person < persons; person += 1) {
    const member = memberOf(seed, person);
    const more = { ce_subject: memberRegistered.subject(member), ce_sequence: '1' };
    const id = storyUuid(seed, 'registered', person, BEGAN_MS);
    yield message(memberRegistered, member, { key: memberRegistered.key(member), id, more });
  }
}
