import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contributionPaid, memberRegistered } from '#libs/contracts';
import { eventually, outgoing } from '#libs/testing';
import { startReporting, type RunningReporting } from './running-reporting.js';

let reporting: RunningReporting;
beforeAll(async () => void (reporting = await startReporting()), 60_000);
afterAll(() => reporting.close(), 30_000);

const DECEMBER = { months: ['2024-12'], from: '2024-12-01', through: '2024-12-31' };
const at = (day: string) => ({ recordedAt: `${day}T03:00:00.000Z` });

const SUKOHARJO = '33.11.01.2001';
/** The groups of which the city keeps a list; nobody else's tests have people of these in Solo. */
const LISTED = ['day-and-casual-work', 'social-and-other'];

interface Person {
  readonly occupation: string;
  readonly residence: string;
  readonly hasPaid: boolean;
}

/** Somebody who signed up, and has paid for December or not. */
const messagesOf = ({ occupation, residence, hasPaid }: Person) => {
  const who = { membershipId: randomUUID(), personId: randomUUID() };
  const terms = { segment: 'BPU', programmes: ['JKK', 'JKM'], payer: { kind: 'self', code: null } } as const;
  const registered = outgoing(
    memberRegistered,
    {
      ...who,
      segment: terms.segment,
      programmes: [...terms.programmes],
      payer: terms.payer,
      occupations: [occupation],
      residence,
      registeredOn: '2024-11-20',
      startsOn: '2024-12-01',
    },
    at('2024-11-20'),
  );
  const paid = outgoing(
    contributionPaid,
    {
      ...who,
      contributionId: randomUUID(),
      segment: terms.segment,
      programmes: [...terms.programmes],
      payer: terms.payer,
      ...DECEMBER,
    },
    at('2024-12-02'),
  );
  return hasPaid ? [registered, paid] : [registered];
};
/** People of the occupation, each in another village of the city. */
const people = (count: number, occupation: string, hasPaid = true) =>
  Array.from({ length: count }, (_, index) => {
    const { villagesOfSolo } = reporting;
    const residence = villagesOfSolo[(index * 7) % villagesOfSolo.length]!;
    return messagesOf({ occupation, residence, hasPaid });
  }).flat();

interface Row {
  readonly part: string;
  readonly persons: number;
  readonly coverageText: string | null;
  readonly gap: number | null;
}
const rowsIn = async (region: string): Promise<readonly (readonly unknown[])[]> => {
  const { rows } = (await reporting.ask(
    `coverage?region=${region}&by=occupation&asOf=2024-12-17`,
  )) as unknown as { rows: readonly Row[] };
  return rows
    .filter(({ part }) => LISTED.includes(part))
    .map(({ part, persons, coverageText, gap }) => [part, persons, coverageText, gap]);
};
const becomes = async (...expected: readonly (readonly unknown[])[]) => {
  await eventually(async () => isDeepStrictEqual(await rowsIn('33.72'), expected), 30_000);
  expect(await rowsIn('33.72')).toEqual(expected);
};

it('shows all traffic volunteers of the city covered, and seven of twelve parking attendants, from events alone', async () => {
  const group = { regions: ['33.72'], asOf: '2024-12-01', source: 'Dinas Perhubungan' };
  await reporting.put('denominators/supeltas-solo', {
    ...group,
    definition: 'Supeltas terdaftar',
    occupation: 'social-and-other',
    value: 38,
  });
  await reporting.put('denominators/jukir-solo', {
    ...group,
    definition: 'juru parkir terdaftar',
    occupation: 'day-and-casual-work',
    value: 12,
  });
  await reporting.publish(
    ...people(38, 'supeltas'),
    ...people(7, 'parking-attendant'),
    ...people(3, 'parking-attendant', false),
    ...people(2, 'tailor'),
    ...messagesOf({ occupation: 'supeltas', residence: SUKOHARJO, hasPaid: true }),
  );
  await becomes(['day-and-casual-work', 7, '58,33%', 5], ['social-and-other', 38, '100,00%', 0]);
  expect(await rowsIn(reporting.villagesOfSolo[0]!)).toEqual([
    ['day-and-casual-work', 1, null, null],
    ['social-and-other', 1, null, null],
  ]);
  await reporting.publish(...people(1, 'parking-attendant'));
  await becomes(['day-and-casual-work', 8, '66,66%', 4], ['social-and-other', 38, '100,00%', 0]);
}, 90_000);
