import fc from 'fast-check';
import {
  addDays,
  CHANNEL_KINDS,
  PROGRAMMES,
  SEGMENTS,
  type ChannelKind,
  type PayerKind,
  type Programme,
} from '#libs/kernel';
import { compareFacts } from '../../src/domain/coverage/fact.js';
import type { TermsFilter } from '../../src/domain/coverage/labels.js';
import { later } from './oracle.js';
import { factsOf, VALID, type Of, type Told } from './told.js';

const START = '2024-01-25';
const dayIn = (days: number) => fc.integer({ min: 0, max: days }).map((offset) => addDays(START, offset));
const membershipId = fc.constantFrom('m-1', 'm-2', 'm-3');
const segment = fc.constantFrom(...SEGMENTS);
const programmes = fc.constantFrom<Programme[]>(['JKK'], ['JKK', 'JKM'], ['JHT', 'JKK', 'JKM'], ['JHT']);
const payer = fc.constantFrom<PayerKind>('self', 'government');
const occupations = fc.constantFrom<string[]>(['street-trader'], ['farmer', 'fisher'], ['astronaut'], []);
const residence = fc.constantFrom(...VALID, '99.99');
const hour = fc.constantFrom('00:30:00+07:00', '06:59:59.999+07:00', '16:00:00Z', '17:30:00Z');
const recorded = {
  at: fc.tuple(dayIn(12), hour).map(([day, time]) => new Date(`${day}T${time}`).toISOString()),
  id: fc.uuid(),
};

const registration = (id: string): fc.Arbitrary<Told> =>
  fc.record<Of<'registered'>>({
    ...recorded,
    type: fc.constant('registered' as const),
    membershipId: fc.constant(id),
    registeredOn: dayIn(20),
    segment,
    programmes,
    payer,
    occupations,
    kind: fc.constantFrom<ChannelKind>('bank', 'event', 'agent'),
    code: fc.constantFrom('AGG-07', 'BANK-1'),
    above: fc.constantFrom<string[]>([], [], ['VILLAGE-1'], ['BANK-1', 'VILLAGE-1']),
    campaign: fc.constantFrom('RUN-1', null),
    residence: fc.option(residence),
  });

const change = fc.record(
  {
    ...recorded,
    type: fc.constant('changed' as const),
    membershipId,
    effectiveOn: dayIn(25),
    residence,
    segment,
    programmes,
    payer,
    occupations,
  },
  { requiredKeys: ['at', 'id', 'type', 'membershipId', 'effectiveOn'] },
);

const end: fc.Arbitrary<Told> = fc.record({
  ...recorded,
  type: fc.constant('ended' as const),
  membershipId,
  endedOn: dayIn(30),
  died: fc.boolean(),
});

const payment = fc.record({
  ...recorded,
  type: fc.constant('paid' as const),
  membershipId,
  contributionId: fc.uuid(),
  segment,
  programmes,
  payer,
  from: dayIn(25),
  days: fc.integer({ min: 0, max: 10 }),
  event: fc.boolean(),
});

export const history: fc.Arbitrary<Told[]> = fc
  .tuple(
    fc.subarray(['m-1', 'm-2', 'm-3']).chain((ids) => fc.tuple(...ids.map(registration))),
    fc.array(change, { maxLength: 3 }),
    fc.array(end, { maxLength: 2 }),
    fc.array(payment, { maxLength: 5 }),
    fc.array(fc.record({ ...recorded, which: fc.nat(4) }), { maxLength: 2 }),
  )
  .map(([registrations, changes, ends, payments, reversals]) => {
    const paid = payments.map(({ days, ...rest }): Told => ({ ...rest, through: addDays(rest.from, days) }));
    const reversed = reversals.flatMap(({ which, ...rest }): Told[] => {
      const contributionId = payments[which]?.contributionId;
      return contributionId === undefined ? [] : [{ ...rest, type: 'reversed', contributionId }];
    });
    return [...registrations, ...(changes as Told[]), ...ends, ...paid, ...reversed];
  })
  // A change never comes before the registration of its membership: sequences see to that.
  .map((all) =>
    all.filter((told) => {
      if (told.type !== 'changed') return true;
      const registered = all.find(
        (each) => each.type === 'registered' && each.membershipId === told.membershipId,
      );
      return registered !== undefined && later(told, registered) > 0;
    }),
  );

export const filterOf: fc.Arbitrary<TermsFilter> = fc.record(
  {
    segment: fc.subarray([...SEGMENTS], { minLength: 1 }),
    programme: fc.subarray([...PROGRAMMES], { minLength: 1 }),
    channel: fc.subarray(
      [...CHANNEL_KINDS.filter((kind) => ['bank', 'event', 'agent'].includes(kind)), 'unmapped'],
      { minLength: 1 },
    ),
    occupation: fc.subarray(['trade-and-food', 'farming', 'fishery', 'other', 'unmapped'], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

export const sortedFacts = (told: readonly Told[]) => told.flatMap(factsOf).sort(compareFacts);

/** Every day on which a history can differ, and some on either side. */
export const DAYS = Array.from({ length: 40 }, (_, offset) => addDays(START, offset - 2));

/** The same, and days on which grace of one to three months begins and ends to be over. */
export const DAYS_OF_GRACE = [
  ...DAYS,
  ...Array.from({ length: 85 }, (_, offset) => addDays(DAYS.at(-1)!, offset + 1)),
];
