import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MachineClock, UuidV7Ids } from '#libs/kernel';
import { batchOf, eventually } from '#libs/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostgresClaims } from '../src/outbound/persistence/postgres-claims.js';
import { RecordResultOfDisbursement } from '../src/use-cases/record-result-of-disbursement.js';
import { BANK_STAGES, BankSimulator, type BankMood, type BankStage } from './bank-simulator.js';
import { FUNERAL_RUPIAH, orderedFuneral } from './ordered-funeral.js';
import { newCause, openClaims, publishedOf, type Opened } from './support.js';

const PAID_WITHIN_MS = 120_000;
/** So many requests go by between two kills, of which there are so many. */
const STAGES_BETWEEN_KILLS = 7;
const KILLS = 4;

const clock = new MachineClock();
const ids = new UuidV7Ids();
const children = new Set<ChildProcess>();
let opened: Opened;
let claims: PostgresClaims;
let bank: BankSimulator;
let bankUrl: string;

beforeAll(async () => {
  opened = await openClaims();
  claims = new PostgresClaims(opened.database, opened.writes, opened.events, ids);
});
afterAll(() => opened.drop());
beforeEach(async () => {
  bank = new BankSimulator();
  bankUrl = await bank.open();
});
afterEach(() => {
  children.forEach((child) => child.kill('SIGKILL'));
  children.clear();
  bank.close();
});

const start = (): ChildProcess => {
  const [loader, program] = ['../../../libs/messaging/test/run-typescript.mjs', './bank-process.ts'].map(
    (path) => fileURLToPath(new URL(path, import.meta.url)),
  );
  const args = ['--conditions=source', '--no-warnings', '--import', loader!, program!, opened.url, bankUrl];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  children.add(child);
  return child;
};
const kill = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

const ordered = () => orderedFuneral(opened, claims);
const statusOf = async (claimId: string) => (await claims.find(claimId))!.status;
const untilPaid = (...claimIds: string[]) =>
  eventually(
    async () => (await Promise.all(claimIds.map(statusOf))).every((status) => status === 'paid'),
    PAID_WITHIN_MS,
  );
const paymentsPublished = async (claimId: string) =>
  (await publishedOf(opened.database, claimId)).filter(({ type }) => type.endsWith('benefit-paid.v1')).length;

/** How the bank is at the stage at which the process is killed. */
const MOOD_AT: Partial<Record<BankStage, BankMood>> = {
  'told, and nothing done': 'loses it',
  'paid, and not answered': 'pays and is silent',
};

describe('a disbursement whose process is killed', () => {
  it.each(BANK_STAGES)(
    'when the bank was %s is paid once',
    async (fatal) => {
      const { claimId, disbursementId } = await ordered();
      let isKilled = false;
      bank.moodOf = () => MOOD_AT[fatal] ?? 'well';
      let child: ChildProcess | null = null;
      bank.onStage = async (stage) => {
        if (stage !== fatal || isKilled) return;
        isKilled = true;
        await kill(child!);
        child = start();
      };
      child = start();
      await untilPaid(claimId);
      expect(isKilled).toBe(true);
      expect(bank.timesPaid(disbursementId)).toBe(1);
      expect(await paymentsPublished(claimId)).toBe(1);
    },
    PAID_WITHIN_MS * 2,
  );
});

describe('a bank', () => {
  const moods: BankMood[] = [
    'well',
    'loses it',
    'pays and is silent',
    'pays late and is silent',
    'is broken',
  ];

  it(
    'that is silent, late or broken pays each transfer once, and none is forgotten, whenever the process is killed',
    async () => {
      const all = await Promise.all(Array.from({ length: 15 }, ordered));
      const place = new Map(all.map(({ disbursementId }, index) => [disbursementId, index]));
      bank.moodOf = (disbursementId) => moods[place.get(disbursementId)! % moods.length]!;
      let [child, stages, kills] = [start(), 0, 0];
      let isKilling = false;
      bank.onStage = async () => {
        stages += 1;
        if (isKilling || stages < STAGES_BETWEEN_KILLS || kills === KILLS) return;
        isKilling = true;
        await kill(child);
        child = start();
        [stages, kills, isKilling] = [0, kills + 1, false];
      };
      await untilPaid(...all.map(({ claimId }) => claimId));
      expect(kills).toBe(KILLS);
      expect(all.map(({ disbursementId }) => bank.timesPaid(disbursementId))).toEqual(all.map(() => 1));
      expect(await Promise.all(all.map(({ claimId }) => paymentsPublished(claimId)))).toEqual(
        all.map(() => 1),
      );
    },
    PAID_WITHIN_MS * 3,
  );

  it(
    'that answers twice, by the process and by its own report, is believed once',
    async () => {
      const { claimId, disbursementId } = await ordered();
      start();
      await untilPaid(claimId);
      const result = { status: 'paid', disbursementId, amountRupiah: FUNERAL_RUPIAH } as const;
      const report = { ...result, paidAt: '2024-03-22T09:00:00+07:00' };
      const command = {
        claimId,
        membershipId: null,
        regions: null,
        by: 'bank',
        recordedAt: clock.recordedAt(null),
        cause: newCause(),
      };
      const again = await new RecordResultOfDisbursement(claims, 'service').handle(
        batchOf({ ...command, result: report }, { ...command, result: report }),
      );
      expect(again).toMatchObject([{ kind: 'ignored' }, { kind: 'ignored' }]);
      expect(await paymentsPublished(claimId)).toBe(1);
    },
    PAID_WITHIN_MS,
  );
});
