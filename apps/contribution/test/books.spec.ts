import { randomUUID } from 'node:crypto';
import type { MemberRegistered, PaymentSettled } from '#libs/contracts';
import { ignored, refused } from '#libs/kernel';
import { batchOf, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isProven } from '../src/use-cases/ledger.js';
import {
  aboutMember,
  aboutPayment,
  changed,
  employer,
  ended,
  erased,
  identified,
  newMember,
  newPayment,
  openContribution,
  publishedOf,
  registered,
  reversed,
  serviceOn,
  settled,
} from './support.js';

let opened: TestDatabase;
let service: ReturnType<typeof serviceOn>;

beforeAll(async () => {
  opened = await openContribution();
  service = serviceOn(opened.database);
});
afterAll(() => opened.drop());
const known = async (given: Partial<MemberRegistered> = {}): Promise<MemberRegistered> => {
  const member = newMember(given);
  await service.members.handle(batchOf(registered(member)));
  return member;
};
const pay = (...payments: PaymentSettled[]) =>
  service.payments.handle(batchOf(...payments.map((payment) => settled(payment))));
const typesOf = async (...subjects: string[]) =>
  (await publishedOf(opened.database, ...subjects)).map(({ type }) => type);
const newNik = () => String(Math.floor(1e15 + Math.random() * 8e15));

describe('a payment', () => {
  it('is kept, posted and told: to the member’s topic and to the gateway', async () => {
    const member = await known({ startsOn: '2024-06-01' });
    const payment = newPayment({ paymentCode: member.paymentCode, amount: 33_600 });
    const message = settled(payment);
    await service.payments.handle(batchOf(message));
    const [paid, accepted] = await publishedOf(opened.database, aboutMember(member), aboutPayment(payment));
    expect(paid).toMatchObject({
      type: 'contribution-paid',
      key: member.personId,
      sequence: 1,
      recordedAt: '2024-06-10T03:00:00.000Z',
      causationId: message.eventId,
    });
    const { contributionId } = paid!.data;
    expect(paid!.data).toEqual({
      contributionId,
      gateway: payment.gateway,
      paymentId: payment.paymentId,
      personId: member.personId,
      membershipId: member.membershipId,
      segment: 'BPU',
      programmes: ['JKK', 'JKM'],
      months: ['2024-06', '2024-07'],
      from: '2024-06-01',
      through: '2024-07-31',
      amount: 33_600,
      amounts: { JKK: 20_000, JKM: 13_600 },
      payer: { kind: 'self', code: null },
      paidAt: '2024-06-10T10:00:00+07:00',
    });
    expect(accepted).toMatchObject({ type: 'payment-accepted', key: payment.paymentId, sequence: 1 });
    expect(accepted!.data).toEqual({
      gateway: payment.gateway,
      paymentId: payment.paymentId,
      contributions: [contributionId],
    });
  });

  it('goes on from what earlier batches left behind', async () => {
    const member = await known({ startsOn: '2024-06-01' });
    const payments = [newPayment, newPayment, newPayment].map((one) =>
      one({ paymentCode: member.paymentCode }),
    );
    await pay(payments[0]!);
    await pay(payments[1]!, payments[2]!);
    const events = await publishedOf(opened.database, aboutMember(member));
    expect(events.map(({ sequence, data }) => [sequence, data['months']])).toEqual([
      [1, ['2024-06']],
      [2, ['2024-07']],
      [3, ['2024-08']],
    ]);
  });

  it('is taken once, whatever its event id, order of fields and offset of its instants', async () => {
    const member = await known();
    const payment = newPayment({ paymentCode: member.paymentCode, months: ['2024-06'] });
    await pay(payment);
    const { lines: _lines, nik: _nik, ...rest } = payment;
    const again = { ...rest, settledAt: '2024-06-10T03:00:00.000Z' };
    expect(await pay(again)).toEqual([ignored('already-answered')]);
    expect(await typesOf(aboutPayment(payment))).toEqual(['payment-accepted']);
  });

  it('is refused once with other content under the same number', async () => {
    const member = await known();
    const payment = newPayment({ paymentCode: member.paymentCode, months: ['2024-06'] });
    const other = { ...payment, months: ['2024-07'] };
    await pay(payment);
    await pay(other);
    expect(await pay(other, payment)).toEqual([ignored('payment-id-reused'), ignored('already-answered')]);
    const results = await publishedOf(opened.database, aboutPayment(payment));
    expect(results.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['payment-accepted', 1],
      ['payment-refused', 2],
    ]);
  });

  it('of a month that is paid is refused, until the other one is reversed', async () => {
    const member = await known();
    const [first, second, third] = ['a', 'b', 'c'].map(() =>
      newPayment({ paymentCode: member.paymentCode, months: ['2024-06'] }),
    ) as [PaymentSettled, PaymentSettled, PaymentSettled];
    await pay(first, second);
    await service.payments.handle(batchOf(reversed(first)));
    await pay(third);
    expect(await typesOf(...[first, second, third].map(aboutPayment))).toEqual([
      'payment-accepted',
      'payment-refused',
      'payment-accepted',
    ]);
    expect(await typesOf(aboutMember(member))).toEqual([
      'contribution-paid',
      'contribution-reversed',
      'contribution-paid',
    ]);
  });

  it('never decreases the instants of what is recorded of a membership', async () => {
    const member = await known({ startsOn: '2024-06-01' });
    const [first, second] = [newPayment(), newPayment()].map((one) => ({
      ...one,
      paymentCode: member.paymentCode,
    }));
    await service.payments.handle(batchOf(settled(first!, '2024-06-11T00:00:00Z')));
    await service.payments.handle(batchOf(settled(second!, '2024-06-10T00:00:00Z')));
    const events = await publishedOf(opened.database, aboutMember(member));
    expect(new Set(events.map(({ recordedAt }) => recordedAt))).toEqual(
      new Set(['2024-06-11T00:00:00.000Z']),
    );
  });

  it('with ten thousand lines is one transaction, one entry and one result', async () => {
    const members = Array.from({ length: 10_000 }, () => newMember({ startsOn: '2024-06-01' }));
    await service.members.handle(batchOf(...members.slice(0, 9_000).map((member) => registered(member))));
    const payment = newPayment({
      paymentCode: null,
      payer: { kind: 'government', code: 'APBD' },
      amount: 10_000 * 16_800,
      lines: members.map(({ paymentCode }) => ({ paymentCode, months: null, amount: 16_800 })),
    });
    await pay(payment);
    const [result] = await publishedOf(opened.database, aboutPayment(payment));
    expect(result?.type).toBe('payment-accepted');
    expect(result?.data['contributions']).toHaveLength(9_000);
    expect(result?.data['lines']).toHaveLength(1_000);
    const entries = await opened.database.query('select * from ledger_entry where payment_id = $1', [
      payment.paymentId,
    ]);
    expect(entries).toHaveLength(1);
  }, 60_000);
});

describe('money that waits', () => {
  it('is taken up by code when the membership is registered, at the later of the two instants', async () => {
    const member = newMember({ startsOn: '2024-06-01' });
    const payment = newPayment({ paymentCode: member.paymentCode });
    await pay(payment);
    await service.members.handle(batchOf(registered(member, '2024-06-01T00:00:00Z')));
    const results = await publishedOf(opened.database, aboutPayment(payment));
    expect(results.map(({ type, sequence, recordedAt }) => [type, sequence, recordedAt])).toEqual([
      ['payment-unmatched', 1, '2024-06-10T03:00:00.000Z'],
      ['payment-accepted', 2, '2024-06-10T03:00:00.000Z'],
    ]);
  });

  it.each([
    ['the identity first', ['identity', 'member']],
    ['the membership first', ['member', 'identity']],
  ])('is taken up by NIK when both halves are there: %s', async (_order, order) => {
    const member = newMember({ startsOn: '2024-06-01' });
    const nik = newNik();
    const payment = newPayment({ paymentCode: null, nik });
    await pay(payment);
    for (const half of order) {
      expect(await typesOf(aboutPayment(payment))).toEqual(['payment-unmatched']);
      if (half === 'member') await service.members.handle(batchOf(registered(member)));
      else await service.identities.handle(batchOf(identified(member, nik)));
    }
    expect(await typesOf(aboutPayment(payment))).toEqual(['payment-unmatched', 'payment-accepted']);
  });

  it('is taken up line by line', async () => {
    const members = [newMember({ startsOn: '2024-06-01' }), newMember({ startsOn: '2024-06-01' })];
    const payment = newPayment({
      paymentCode: null,
      amount: 33_600,
      lines: members.map(({ paymentCode }) => ({ paymentCode, months: null, amount: 16_800 })),
    });
    await pay(payment);
    for (const member of members) await service.members.handle(batchOf(registered(member)));
    const results = await publishedOf(opened.database, aboutPayment(payment));
    expect(results.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['payment-unmatched', 1],
      ['payment-accepted', 2],
      ['payment-accepted', 3],
    ]);
    expect(await service.views.payment(payment)).toMatchObject({ status: 'accepted' });
  });

  it('is not lost when payment and registration come at the same moment', async () => {
    const members = Array.from({ length: 60 }, () => newMember({ startsOn: '2024-06-01' }));
    const payments = members.map(({ paymentCode }) => newPayment({ paymentCode }));
    const slices = [0, 1, 2, 3, 4, 5].map((slice) => [slice * 10, slice * 10 + 10] as const);
    await Promise.all(
      slices.flatMap(([from, to]) => [
        pay(...payments.slice(from, to)),
        service.members.handle(
          batchOf(
            ...members
              .slice(from, to)
              .reverse()
              .map((one) => registered(one)),
          ),
        ),
      ]),
    );
    for (const payment of payments)
      expect(await service.views.payment(payment)).toMatchObject({ status: 'accepted' });
    expect(await typesOf(...members.map(aboutMember))).toEqual(members.map(() => 'contribution-paid'));
  });
});

describe('a reversal', () => {
  it('that comes first waits for its payment, once, and takes it back', async () => {
    const member = await known();
    const payment = newPayment({ paymentCode: member.paymentCode, months: ['2024-06'] });
    await service.payments.handle(batchOf(reversed(payment), reversed(payment)));
    expect(await service.payments.handle(batchOf(reversed(payment)))).toEqual([ignored('already-answered')]);
    await pay(payment);
    const events = await publishedOf(opened.database, aboutMember(member));
    expect(events.map(({ type, recordedAt }) => [type, recordedAt])).toEqual([
      ['contribution-paid', '2024-06-10T03:00:00.000Z'],
      ['contribution-reversed', '2024-06-12T03:00:00.000Z'],
    ]);
    expect(events[1]!.data).toEqual({
      contributionId: events[0]!.data['contributionId'],
      personId: member.personId,
      membershipId: member.membershipId,
      reversedAt: '2024-06-12T10:00:00+07:00',
      reason: 'paid-twice',
    });
    expect(await service.views.payment(payment)).toMatchObject({ status: 'reversed' });
    expect(await opened.database.query('select 1 from held_reversal')).toEqual([]);
  });

  it('of some lines leaves the others, and names only lines that there are', async () => {
    const members = [await known(), await known()];
    const payment = newPayment({
      paymentCode: null,
      amount: 33_600,
      lines: members.map(({ paymentCode }) => ({ paymentCode, months: ['2024-06'], amount: 16_800 })),
    });
    await pay(payment);
    expect(await service.payments.handle(batchOf(reversed(payment, { lines: [2] })))).toEqual([
      refused('line-unknown'),
    ]);
    await service.payments.handle(batchOf(reversed(payment, { lines: [1] })));
    const view = await service.views.payment(payment);
    expect(view?.lines.map(({ status }) => status)).toEqual(['accepted', 'reversed']);
    expect(await typesOf(aboutMember(members[0]!))).toEqual(['contribution-paid']);
  });
});

describe('what enrollment says', () => {
  it('is taken in order and once', async () => {
    const member = newMember();
    const change = { effectiveOn: '2024-07-01', changes: { programmes: ['JKK', 'JKM', 'JHT'] } };
    const second = changed(member, change as never, 2);
    const hear = async (message: Parameters<typeof batchOf<typeof second>>[0]) =>
      (await service.members.handle(batchOf(message)))[0];
    expect(await hear(second)).toEqual(refused('sequence-gap'));
    await service.members.handle(batchOf(registered(member)));
    expect(await hear(second)).toMatchObject({ kind: 'happened' });
    expect(await hear(second)).toEqual(ignored('redelivery'));
    const payment = newPayment({
      paymentCode: member.paymentCode,
      months: ['2024-06', '2024-07'],
      amount: 16_800 + 36_800,
    });
    await pay(payment);
    const events = await publishedOf(opened.database, aboutMember(member));
    expect(events.map(({ data }) => [data['months'], data['amount']])).toEqual([
      [['2024-06'], 16_800],
      [['2024-07'], 36_800],
    ]);
  });

  it('ends what can be paid for', async () => {
    const member = await known();
    await service.members.handle(batchOf(ended(member, '2024-06-15', 2)));
    const [june, july] = ['2024-06', '2024-07'].map((month) =>
      newPayment({ paymentCode: member.paymentCode, months: [month] }),
    ) as [PaymentSettled, PaymentSettled];
    await pay(june, july);
    const results = await publishedOf(opened.database, aboutPayment(june), aboutPayment(july));
    expect(results.map(({ type, data }) => [type, data['reasons']])).toEqual([
      ['payment-accepted', undefined],
      ['payment-refused', ['month-not-due']],
    ]);
  });

  it('sets the price of wage earners by their employer’s risk group, the last word counting', async () => {
    const code = `NPP-${randomUUID()}`;
    const wage = { segment: 'PU', basis: 5_000_000, employer: code } as const;
    const member = await known(wage);
    const payment = () =>
      newPayment({ paymentCode: member.paymentCode, amount: 27_000, payer: { kind: 'employer', code } });
    const [unregistered, low, lowest] = [payment(), payment(), payment()];
    await pay(unregistered);
    await service.employers.handle(batchOf(employer({ code, riskGroup: 'low' }, 1)));
    await pay(low);
    await service.employers.handle(batchOf(employer({ code, riskGroup: 'very-low' }, 3)));
    expect(await service.employers.handle(batchOf(employer({ code, riskGroup: 'low' }, 2)))).toEqual([
      ignored('redelivery'),
    ]);
    await pay(lowest);
    const results = await publishedOf(opened.database, ...[unregistered, low, lowest].map(aboutPayment));
    expect(results.map(({ type, data }) => [type, data['reasons']])).toEqual([
      ['payment-accepted', undefined],
      ['payment-refused', ['amount-does-not-fit']],
      ['payment-accepted', undefined],
    ]);
  });

  it('is set aside when a payment code belongs to another membership', async () => {
    const member = await known();
    const other = newMember({ paymentCode: member.paymentCode });
    expect(await service.members.handle(batchOf(registered(other)))).toEqual([refused('payment-code-taken')]);
    expect(await service.identities.handle(batchOf(identified(other, newNik())))).toEqual([
      refused('payment-code-taken'),
    ]);
    expect(await service.members.handle(batchOf(registered(member)))).toEqual([ignored('redelivery')]);
  });

  it('erases by what a person could be found, and no late word brings it back', async () => {
    const nik = newNik();
    const member = await known();
    await service.identities.handle(batchOf(identified(member, nik)));
    await pay(newPayment({ paymentCode: null, nik, months: ['2024-06'] }));
    await service.members.handle(batchOf(erased(member)));
    expect(await service.identities.handle(batchOf(identified(member, nik, 2)))).toEqual([
      ignored('not-ours'),
    ]);
    expect(await service.members.handle(batchOf(erased(member)))).toEqual([ignored('redelivery')]);
    const [byNik, byCode] = [
      newPayment({ paymentCode: null, nik }),
      newPayment({ paymentCode: member.paymentCode }),
    ];
    await pay(byNik, byCode);
    expect(await typesOf(aboutPayment(byNik), aboutPayment(byCode))).toEqual([
      'payment-unmatched',
      'payment-unmatched',
    ]);
    const [row] = await opened.database.query(
      'select payment_code, nik_token from account where membership_id = $1',
      [member.membershipId],
    );
    expect(row).toEqual({ payment_code: null, nik_token: null });
  });
});

describe('a NIK', () => {
  it('is stored nowhere, and told to nobody, whoever it belongs to', async () => {
    const [nik, strangers] = [newNik(), newNik()];
    const member = await known();
    await service.identities.handle(batchOf(identified(member, nik)));
    const payment = newPayment({ paymentCode: null, nik, months: ['2024-06'] });
    const messages = [payment, newPayment({ paymentCode: null, nik: strangers })].map((one) => ({
      ...settled(one),
      eventId: `E-${one.nik}`,
      correlationId: `C-${one.nik}`,
    }));
    await service.payments.handle(batchOf(...messages));
    const tables = await opened.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const found = await opened.database.query(
        `select 1 from "${name}" as t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0`,
        [nik, strangers],
      );
      expect([name, found]).toEqual([name, []]);
    }
    expect(tables.length).toBeGreaterThan(8);
  });
});

describe('the ledger', () => {
  it('is proven after all of this, and holds what was received and not returned', async () => {
    const proof = await service.ledger.proof();
    expect([isProven(proof), proof.faults]).toEqual([true, []]);
    expect(proof.debits).toBeGreaterThan(168_000_000);
    const turnovers = await service.ledger.accounts('', 1_000);
    const sum = (kind: string) =>
      turnovers
        .filter(({ account }) => account.startsWith(kind))
        .reduce((total, { balance }) => total + balance, 0);
    expect(sum('cash:')).toBe(0 - sum('contributions:') - sum('owed:') - sum('budgets:'));
    const [held] = await opened.database.query<{ rupiah: string }>(
      "select sum(amount) as rupiah from payment_line where status <> 'reversed'",
    );
    expect(sum('cash:')).toBe(Number(held!.rupiah));
  });
});
