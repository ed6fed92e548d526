import {
  contributionPaid,
  contributionReversed,
  memberChanged,
  memberRegistered,
  membershipEnded,
  type EventContract,
} from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { FIRST_MONTH, lifeOf, SECOND_MONTH, type Life, type PaidMonth } from './lives.js';

/** One message in so many is sent twice. */
const TWICE_EACH = 50;
const AMOUNT_RUPIAH = 16_800;
const AMOUNTS = { JKK: 10_000, JKM: 6_800 };
const PROGRAMMES = ['JKK', 'JKM'] as const;

const idOf = (mark: string, number: number): string =>
  `0193d0a4-${mark}-7000-8000-${number.toString(16).padStart(12, '0')}`;

const whoIs = ({ number }: Life) => ({ personId: idOf('be01', number), membershipId: idOf('be02', number) });

type Stated = { readonly id: string; readonly sequence: number; readonly at: string };

const message = <Payload extends object>(
  contract: EventContract<string, Payload>,
  data: Payload,
  { id, sequence, at }: Stated,
): OutgoingMessage => ({
  topic: contract.topic.name,
  key: contract.key(data),
  value: JSON.stringify(data),
  headers: {
    ce_specversion: '1.0',
    ce_id: id,
    ce_source: '/bench',
    ce_type: contract.type,
    ce_time: at,
    ce_subject: contract.subject(data),
    ce_sequence: String(sequence),
    ce_correlationid: id,
    'content-type': 'application/json',
  },
});

const registered = (life: Life): OutgoingMessage =>
  message(
    memberRegistered,
    {
      ...memberRegistered.example,
      ...whoIs(life),
      programmes: [...PROGRAMMES],
      memberNumber: `25${String(life.number).padStart(9, '0')}`,
      paymentCode: `8888825${String(life.number).padStart(9, '0')}`,
      residence: life.village,
      registeredOn: life.registeredOn,
      startsOn: FIRST_MONTH.from,
      signUpId: idOf('be03', life.number),
    },
    { id: idOf('be11', life.number), sequence: 1, at: `${life.registeredOn}T03:00:00.000Z` },
  );

const paid = (life: Life, { month, from, through }: PaidMonth, sequence: number): OutgoingMessage =>
  message(
    contributionPaid,
    {
      ...whoIs(life),
      contributionId: idOf(`be2${sequence}`, life.number),
      gateway: 'bank-uji',
      paymentId: `B${sequence}-${life.number}`,
      segment: 'BPU',
      programmes: [...PROGRAMMES],
      months: [month],
      from,
      through,
      amount: AMOUNT_RUPIAH,
      amounts: AMOUNTS,
      payer: { kind: 'self', code: null },
      paidAt: `${month}-05T10:00:00+07:00`,
    },
    { id: idOf(`be3${sequence}`, life.number), sequence, at: `${month}-05T03:00:00.000Z` },
  );

function* told(life: Life): Generator<OutgoingMessage> {
  let sequence = 1;
  const next = (at: string): Stated => ({
    id: idOf(`be4${sequence}`, life.number),
    sequence: (sequence += 1),
    at,
  });
  const { move, endedOn } = life;
  if (move !== null)
    yield message(
      memberChanged,
      { ...whoIs(life), effectiveOn: move.on, changes: { residence: move.to } },
      next('2025-01-14T03:00:00.000Z'),
    );
  if (endedOn !== null)
    yield message(
      membershipEnded,
      { ...whoIs(life), endedOn, reason: 'left' },
      next('2025-02-19T03:00:00.000Z'),
    );
  if (life.isReversed)
    yield message(
      contributionReversed,
      {
        ...whoIs(life),
        contributionId: idOf('be22', life.number),
        reversedAt: '2025-02-07T10:00:00+07:00',
        reason: 'bench',
      },
      { id: idOf('be50', life.number), sequence: 3, at: '2025-02-07T03:00:00.000Z' },
    );
}

function* twiceAtTimes(messages: Iterable<OutgoingMessage>): Generator<OutgoingMessage> {
  let count = 0;
  for (const each of messages) {
    yield each;
    count += 1;
    if (count % TWICE_EACH === 0) yield each;
  }
}

function* ofAll(seed: number, persons: number): Generator<OutgoingMessage> {
  for (let number = 0; number < persons; number += 1) yield registered(lifeOf(seed, number));
  for (let number = 0; number < persons; number += 1) yield paid(lifeOf(seed, number), FIRST_MONTH, 1);
  for (let number = 0; number < persons; number += 1) yield paid(lifeOf(seed, number), SECOND_MONTH, 2);
  for (let number = 0; number < persons; number += 1) yield* told(lifeOf(seed, number));
}

/**
 * What enrollment and contribution tell of so many persons, as it lies on their topics: first all registrations, then one
 * month's contributions of all, and so on, so that no two messages of a person lie near each other. Two in a hundred come twice.
 */
export const factMessages = (seed: number, persons: number): Iterable<OutgoingMessage> =>
  twiceAtTimes(ofAll(seed, persons));

const MESSAGES_PER_PERSON = 3.1;

/** So many persons give about so many messages. */
export const personsFor = (events: number): number => Math.max(1, Math.round(events / MESSAGES_PER_PERSON));
