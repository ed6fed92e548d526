import type { PaymentSettled } from '#libs/contracts';
import { batchOf, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { isProven } from '../src/use-cases/ledger.js';
import {
  newMember,
  newPayment,
  openContribution,
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

/** JHT is 5.7 % of the wage: Rp570,000 a month, so 2 % of it are Rp11,400. */
const MONTH = 570_000;
const employee = newMember({
  segment: 'PU',
  programmes: ['JHT'],
  basis: 10_000_000,
  employer: 'NPP-1',
  payer: { kind: 'employer', code: 'NPP-1' },
  startsOn: '2024-10-01',
});
const pay = async (amount: number, settledAt: string, months: string[]): Promise<PaymentSettled> => {
  const payer = { kind: 'employer', code: 'NPP-1' } as const;
  const payment = newPayment({ paymentCode: employee.paymentCode, amount, settledAt, months, payer });
  await service.payments.handle(batchOf(settled(payment)));
  return payment;
};
const owed = async () => (await service.views.statement(employee.membershipId))?.lateFeesOwedRupiah;
const feesIn = async () => (await service.ledger.account('late-fees:PU'))?.balance ?? 0;

it('charges an employer for a month that is late, and takes the fee with a later one', async () => {
  await service.members.handle(batchOf(registered(employee)));
  const bill = await service.bills.find(employee.paymentCode, null);
  // today is 17 December: October was due on 15 November, November on 16 December, a Monday
  expect(bill?.billed).toMatchObject({
    months: [
      { month: '2024-10', dueOn: '2024-11-15', lateFee: { monthsLate: 2, amountRupiah: 22_800 } },
      { month: '2024-11', dueOn: '2024-12-16', lateFee: { monthsLate: 1, amountRupiah: 11_400 } },
      { month: '2024-12', dueOn: '2025-01-15', lateFee: null },
    ],
    monthsRupiah: 3 * MONTH,
    lateFeesRupiah: 34_200,
  });
  const late = await pay(MONTH, '2024-12-17T10:00:00+07:00', ['2024-10']);
  expect([await owed(), await feesIn()]).toEqual([22_800, 0]);
  const both = await pay(MONTH + 34_200, '2024-12-17T11:00:00+07:00', ['2024-11']);
  expect([await owed(), await feesIn()]).toEqual([0, -34_200]);
  expect((await service.views.payment(both))?.lines).toMatchObject([
    { status: 'accepted', lateFees: { chargedRupiah: 11_400, paidRupiah: 34_200 } },
  ]);
  const proof = await service.ledger.proof();
  expect([isProven(proof), proof.contributions, proof.lateFees]).toEqual([
    true,
    { accounts: 2 * MONTH, lines: 2 * MONTH },
    { accounts: 34_200, lines: 34_200 },
  ]);

  await service.payments.handle(batchOf(reversed(both, { reversedAt: '2024-12-17T12:00:00+07:00' })));
  expect([await owed(), await feesIn()]).toEqual([22_800, 0]);
  await service.payments.handle(batchOf(reversed(late, { reversedAt: '2024-12-17T13:00:00+07:00' })));
  expect([await owed(), isProven(await service.ledger.proof())]).toEqual([0, true]);
});
