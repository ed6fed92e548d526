import type { Transaction } from '#libs/persistence';
import { batchOf, eventually, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newMember, newPayment, openContribution, registered, serviceOn, settled } from './support.js';

const WAITING = `select 1 from pg_locks where locktype = 'advisory' and not granted`;
const MOVE_CODE = 'update account set payment_code = $2 where membership_id = $1';

describe('a payment for a code that somebody is about to be known by', () => {
  let store: TestDatabase;
  let tries = 0;

  beforeAll(async () => {
    store = await openContribution();
  });
  beforeEach(() => {
    tries = 0;
  });
  afterAll(() => store.drop());

  /** The same database, with its tries counted. */
  const counted = () => {
    const { database } = store;
    const transaction = <T>(work: (tx: Transaction) => Promise<T>) =>
      database.transaction((tx) => {
        tries += 1;
        return work(tx);
      });
    return Object.assign(Object.create(database) as typeof database, { transaction });
  };

  /** Pays while another transaction holds the code and gives it to a member, whom `holding` may hold a while longer. */
  const payMeanwhile = async (holding: (tx: Transaction, membershipId: string) => Promise<unknown>) => {
    const member = newMember();
    const { membershipId } = member;
    await serviceOn(store.database).members.handle(batchOf(registered(member)));
    const code = `later-${membershipId}`;
    const { payments } = serviceOn(counted());
    const payment = batchOf(settled(newPayment({ paymentCode: code })));
    return store.database.transaction(async (other) => {
      const held = holding(other, membershipId);
      const paying = store.database.transaction(async (tx) => {
        await tx.lock([`code:${code}`]);
        const paid = payments.handle(payment);
        await eventually(async () => (await store.database.query(WAITING)).length === 1);
        await tx.query(MOVE_CODE, [membershipId, code]);
        return { paid };
      });
      const { paid } = await paying;
      await held;
      return { paid };
    });
  };

  it('finds the member behind its locks, and does not begin again', async () => {
    const { paid } = await payMeanwhile(async () => undefined);
    expect(await paid).toMatchObject([{ kind: 'happened', events: [{ type: 'PaymentAccepted' }] }]);
    expect(tries).toBe(1);
  });

  it('begins again where the member is locked, since waiting out of order could be crosswise', async () => {
    const { paid } = await payMeanwhile(async (other, membershipId) => {
      await other.lock([`membership:${membershipId}`]);
      await eventually(() => tries === 2);
    });
    expect(await paid).toMatchObject([{ kind: 'happened', events: [{ type: 'PaymentAccepted' }] }]);
    expect(tries).toBe(2);
  });
});
