import { MachineClock, type Day } from '#libs/kernel';
import { batchOf, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  aboutMember,
  ended,
  newMember,
  newPayment,
  openContribution,
  publishedOf,
  registered,
  serviceOn,
  settled,
} from './support.js';

class FixedDay extends MachineClock {
  constructor(private readonly day: Day) {
    super();
  }
  override today(): Day {
    return this.day;
  }
  override recordedAt(): string {
    return `${this.day}T01:00:00.000Z`;
  }
}

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openContribution();
});
afterAll(() => opened.drop());

const on = (day: Day) => serviceOn(opened.database, new FixedDay(day));
const lapseOn = (day: Day) => on(day).lapses.handle(day);
const paidJanuary = async (more: { endedOn?: Day } = {}) => {
  const member = newMember();
  const { members, payments } = on('2024-01-10');
  await members.handle(batchOf(registered(member)));
  if (more.endedOn) await members.handle(batchOf(ended(member, more.endedOn, 2)));
  const payment = newPayment({ paymentCode: member.paymentCode, settledAt: '2024-01-10T10:00:00+07:00' });
  await payments.handle(batchOf(settled(payment)));
  return member;
};

it('tells lapses on their day, each once, and the revival when somebody pays again', async () => {
  const members = [await paidJanuary(), await paidJanuary()];
  await paidJanuary({ endedOn: '2024-04-01' });
  expect(await lapseOn('2024-04-30')).toBe(0);
  expect(await lapseOn('2024-05-01')).toBe(2);
  expect(await lapseOn('2024-05-02')).toBe(0);
  const payment = newPayment({
    paymentCode: members[0]!.paymentCode,
    settledAt: '2024-05-20T10:00:00+07:00',
  });
  await on('2024-05-20').payments.handle(batchOf(settled(payment)));
  const events = await publishedOf(opened.database, aboutMember(members[0]!));
  expect(
    events.map(({ type, sequence, data }) => [type, sequence, data['lapsedOn'] ?? data['revivedOn']]),
  ).toEqual([
    ['contribution-paid', 1, undefined],
    ['membership-lapsed', 2, '2024-05-01'],
    ['contribution-paid', 3, undefined],
    ['membership-revived', 4, '2024-05-20'],
  ]);
  expect(events[1]!.data['lastCoveredOn']).toBe('2024-01-31');
  expect(events[2]!.data['months']).toEqual(['2024-05']);
  expect(await lapseOn('2024-08-31')).toBe(0);
  expect(await lapseOn('2024-09-01')).toBe(1);
});

it('may be late, and told by two processes at once', async () => {
  const members = await Promise.all(Array.from({ length: 25 }, () => paidJanuary()));
  const told = await Promise.all([lapseOn('2024-05-11'), lapseOn('2024-05-11'), lapseOn('2024-05-12')]);
  expect(told.reduce((sum, one) => sum + one, 0)).toBe(25);
  for (const member of members) {
    const lapses = (await publishedOf(opened.database, aboutMember(member))).slice(1);
    expect(lapses.map(({ type, data }) => [type, data['lapsedOn']])).toEqual([
      ['membership-lapsed', '2024-05-01'],
    ]);
  }
});

it('looks through all memberships, however many there are', async () => {
  await opened.database.query(
    `insert into account (membership_id)
     select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid from generate_series(1, 20001) as n`,
  );
  const member = await paidJanuary();
  expect(await lapseOn('2024-05-01')).toBe(1);
  expect((await publishedOf(opened.database, aboutMember(member))).at(-1)?.type).toBe('membership-lapsed');
});
