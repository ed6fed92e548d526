import { MachineClock, UuidV7Ids, type Clock } from '#libs/kernel';
import { Metrics } from '#libs/observability';
import { eventually } from '#libs/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { transferFigures } from '../src/bank.module.js';
import { LookRounds } from '../src/inbound/timer/look-rounds.js';
import { PostgresClaims } from '../src/outbound/persistence/postgres-claims.js';
import { Bank, type BankAnswer } from '../src/use-cases/bank.js';
import type { ToLookAt } from '../src/use-cases/claims.js';
import { FindTransfersToLookAt } from '../src/use-cases/find-transfers-to-look-at.js';
import { PayBenefitsThroughBank } from '../src/use-cases/pay-benefits-through-bank.js';
import { FUNERAL_RUPIAH, orderedFuneral } from './ordered-funeral.js';
import { openClaims, type Opened } from './support.js';

const HOUR_MS = 3_600_000;
const PATIENCE = { askAfterMs: 0, lostAfterMs: HOUR_MS };

/** A bank that accepts, and then says that it paid a rupiah too little. */
class MistakenBank extends Bank {
  override async instruct(): Promise<BankAnswer> {
    return { kind: 'accepted', bankReference: 'B-1' };
  }
  override async ask(): Promise<BankAnswer> {
    return { kind: 'paid', amountRupiah: FUNERAL_RUPIAH - 1, paidAt: '2024-03-22T09:00:00+07:00' };
  }
}

const machine = new MachineClock();
/** The machine's clock, so much later. */
const later = (ms: number): Clock => ({
  recordedAt: (statedAt) => new Date(Date.parse(machine.recordedAt(statedAt)) + ms).toISOString(),
  today: () => machine.today(),
});

let opened: Opened;
let claims: PostgresClaims;
beforeAll(async () => {
  Logger.overrideLogger(false);
  opened = await openClaims();
  claims = new PostgresClaims(opened.database, opened.writes, opened.events, new UuidV7Ids());
});
afterAll(() => opened.drop());

it('a transfer of which the bank says another amount is to be looked at an hour after its order', async () => {
  const { claimId } = await orderedFuneral(opened, claims);
  const pay = new PayBenefitsThroughBank(claims, new MistakenBank(), machine, new UuidV7Ids(), PATIENCE);
  await pay.round();
  await pay.round();
  expect((await claims.find(claimId))?.status).toBe('disbursing');
  const found = (clock: Clock) => new FindTransfersToLookAt(claims, clock).handle();
  expect(await found(later(HOUR_MS - 600_000))).toEqual([]);
  expect(await found(later(HOUR_MS))).toEqual([{ why: 'overdue', count: 1, claimIds: [claimId] }]);
});

it('what is to be looked at is counted for as long as the service runs', async () => {
  const rounds = new LookRounds(new FindTransfersToLookAt(claims, later(HOUR_MS)));
  rounds.onApplicationBootstrap();
  await eventually(() => rounds.found.length > 0);
  await rounds.beforeApplicationShutdown();
  expect(rounds.found).toMatchObject([{ why: 'overdue', count: 1 }]);
});

it('what is to be looked at is among the figures, and gone from them when it is settled', async () => {
  const rounds: { found: readonly ToLookAt[] } = { found: [{ why: 'overdue', count: 2, claimIds: [] }] };
  const metrics = new Metrics('claims');
  transferFigures(metrics, rounds);
  const line = 'transfers_to_look_at{why="overdue",service="claims"} 2';
  expect(await metrics.registry.metrics()).toContain(line);
  rounds.found = [];
  expect(await metrics.registry.metrics()).not.toContain('transfers_to_look_at{');
});
