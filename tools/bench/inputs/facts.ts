import {
  contributionPaid,
  contributionReversed,
  memberChanged,
  memberRegistered,
  membershipEnded,
  type EventContract,
} from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import {
  FIRST_MONTH,
  lifeOf,
  placeAmong,
  REGISTRATION_DAYS,
  SECOND_MONTH,
  type Life,
  type PaidMonth,
} from './lives.js';
import { VILLAGES } from './places.js';

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

/** Contributions of a month come in on its first fortnight. */
const PAYING_DAYS = 14;

interface Payment {
  readonly month: PaidMonth;
  readonly sequence: number;
  /** In which it is paid: `YYYY-MM`. */
  readonly paidIn: string;
}

const paid = (
  life: Life,
  { month: { month, from, through }, sequence, paidIn }: Payment,
): OutgoingMessage => {
  const day = `${paidIn}-${String(placeAmong(PAYING_DAYS, life.number) + 1).padStart(2, '0')}`;
  return message(
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
      paidAt: `${day}T10:00:00+07:00`,
    },
    { id: idOf(`be3${sequence}`, life.number), sequence, at: `${day}T03:00:00.000Z` },
  );
};

const changed = (life: Life, { on, to }: NonNullable<Life['move']>): OutgoingMessage =>
  message(
    memberChanged,
    { ...whoIs(life), effectiveOn: on, changes: { residence: to } },
    { id: idOf('be41', life.number), sequence: 2, at: '2025-01-20T03:00:00.000Z' },
  );

const ended = (life: Life, endedOn: string): OutgoingMessage =>
  message(
    membershipEnded,
    { ...whoIs(life), endedOn, reason: 'left' },
    {
      id: idOf('be42', life.number),
      sequence: life.move === null ? 2 : 3,
      at: '2025-02-19T03:00:00.000Z',
    },
  );

const reversed = (life: Life, on: string): OutgoingMessage =>
  message(
    contributionReversed,
    {
      ...whoIs(life),
      contributionId: idOf('be22', life.number),
      reversedAt: `${on}T10:00:00+07:00`,
      reason: 'bench',
    },
    { id: idOf('be50', life.number), sequence: 3, at: `${on}T03:00:00.000Z` },
  );

const FIRST = { month: FIRST_MONTH, sequence: 1 };
const SECOND = { month: SECOND_MONTH, sequence: 2 };

function* twiceAtTimes(messages: Iterable<OutgoingMessage>): Generator<OutgoingMessage> {
  let count = 0;
  for (const each of messages) {
    yield each;
    count += 1;
    if (count % TWICE_EACH === 0) yield each;
  }
}

/** The lives in the order of the days on which something happens to each. */
const inTurn = (seed: number, persons: number, villages: readonly string[]) =>
  function* (days: number, isMeant: (life: Life) => boolean = () => true): Generator<Life> {
    for (let day = 0; day < days; day += 1)
      for (let number = day; number < persons; number += days) {
        const life = lifeOf(seed, number, villages);
        if (isMeant(life)) yield life;
      }
  };

const inTime = ({ isLate }: Life) => !isLate;
const late = ({ isLate }: Life) => isLate;

function* ofAll(seed: number, persons: number, villages: readonly string[]): Generator<OutgoingMessage> {
  const each = inTurn(seed, persons, villages);
  for (const life of each(REGISTRATION_DAYS)) yield registered(life);
  for (const life of each(PAYING_DAYS, inTime)) yield paid(life, { ...FIRST, paidIn: '2025-01' });
  for (const life of each(1)) if (life.move !== null) yield changed(life, life.move);
  for (const life of each(PAYING_DAYS))
    yield paid(life, { ...(life.isLate ? FIRST : SECOND), paidIn: '2025-02' });
  for (const life of each(1, inTime)) if (life.isReversed) yield reversed(life, '2025-02-16');
  for (const life of each(1)) if (life.endedOn !== null) yield ended(life, life.endedOn);
  for (const life of each(PAYING_DAYS, late)) yield paid(life, { ...SECOND, paidIn: '2025-03' });
  for (const life of each(1, late)) if (life.isReversed) yield reversed(life, '2025-03-16');
}

/**
 * What enrollment and contribution tell of so many persons, as it lies on their topics, in the order in which they came to
 * know it: registrations day by day, then month by month who paid, late or in time. No two messages of a person lie
 * near each other. Two in a hundred come twice.
 */
export const factMessages = (
  seed: number,
  persons: number,
  villages: readonly string[] = VILLAGES,
): Iterable<OutgoingMessage> => twiceAtTimes(ofAll(seed, persons, villages));

const MESSAGES_PER_PERSON = 3.1;

/** So many persons give about so many messages. */
export const personsFor = (events: number): number => Math.max(1, Math.round(events / MESSAGES_PER_PERSON));
