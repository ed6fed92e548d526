import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contributionPaid, memberRegistered } from '#libs/contracts';
import { eventually, outgoing } from '#libs/testing';
import { startReporting, type RunningReporting } from './running-reporting.js';

let reporting: RunningReporting;
beforeAll(async () => void (reporting = await startReporting()), 60_000);
afterAll(() => reporting.close(), 30_000);

const DECEMBER = { months: ['2024-12'], from: '2024-12-01', through: '2024-12-31' };
const at = (day: string) => ({ recordedAt: `${day}T03:00:00.000Z` });

/** Somebody who signed up, and has paid for December or not. */
const messagesOf = (occupation: string, hasPaid: boolean) => {
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
      residence: reporting.village,
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
const people = (count: number, occupation: string, hasPaid = true) =>
  Array.from({ length: count }, () => messagesOf(occupation, hasPaid)).flat();

interface Row {
  readonly part: string;
  readonly persons: number;
  readonly coverageText: string | null;
  readonly gap: number | null;
}
const rowsOf = async (): Promise<readonly (readonly unknown[])[]> => {
  const { rows } = (await reporting.ask(
    `coverage?region=${reporting.village}&by=occupation&asOf=2024-12-17`,
  )) as unknown as { rows: readonly Row[] };
  return rows.map(({ part, persons, coverageText, gap }) => [part, persons, coverageText, gap]);
};

it('shows all traffic volunteers covered, and seven of twelve parking attendants, from events alone', async () => {
  const group = { regions: [reporting.village], asOf: '2024-12-01', source: 'Dinas Perhubungan' };
  await reporting.put('denominators/supeltas-solo', {
    ...group,
    definition: 'Supeltas terdaftar',
    occupation: 'social-and-other',
    value: 5,
  });
  await reporting.put('denominators/jukir-solo', {
    ...group,
    definition: 'juru parkir terdaftar',
    occupation: 'day-and-casual-work',
    value: 12,
  });
  await reporting.publish(
    ...people(5, 'supeltas'),
    ...people(7, 'parking-attendant'),
    ...people(3, 'parking-attendant', false),
    ...people(2, 'tailor'),
  );
  const isCounted = async () =>
    (await rowsOf()).reduce((sum, [, persons]) => sum + Number(persons), 0) === 5 + 7 + 2;
  await eventually(isCounted, 30_000);
  expect(await rowsOf()).toEqual([
    ['crafts-and-home-production', 2, null, null],
    ['day-and-casual-work', 7, '58,33%', 5],
    ['social-and-other', 5, '100,00%', 0],
  ]);
  await reporting.publish(...people(1, 'parking-attendant'));
  await eventually(async () => (await rowsOf()).some(([, , text]) => text === '66,66%'), 30_000);
}, 90_000);
