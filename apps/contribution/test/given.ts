import type { Day, Month } from '#libs/kernel';
import type { Account } from '../src/domain/account/account.js';
import { initialAccount } from '../src/domain/account/account.js';
import type { EventDays, Membership } from '../src/domain/account/membership.js';
import { runsOf } from '../src/domain/account/paid-months.js';
import type { Terms } from '../src/domain/account/terms.js';
import { Book, type BookContents } from '../src/domain/book/book.js';
import type { AskedLine } from '../src/domain/payment/line.js';
import type { Occasion } from '../src/domain/payment/settle-line.js';
import type { AskedPayment } from '../src/domain/payment/settle-payment.js';

/** A street trader at the lowest basis with two programmes: 16,800 rupiah a month. */
export const trader: Terms = {
  segment: 'BPU',
  programmes: ['JKK', 'JKM'],
  basisRupiah: 1_000_000,
  occupations: ['street-trader'],
  payerKind: 'self',
};

export const MONTH_RUPIAH = 16_800;

export interface AccountGiven {
  readonly id?: string;
  readonly personId?: string;
  readonly code?: string | null;
  readonly token?: string | null;
  readonly startsOn?: Day;
  readonly endedOn?: Day | null;
  readonly paid?: readonly Month[];
  readonly eventCover?: EventDays | null;
  readonly terms?: Partial<Terms>;
  readonly employer?: string | null;
  readonly lapsedOn?: Day | null;
  readonly lateFeesOwed?: number;
}

export const membershipOf = (given: AccountGiven = {}): Membership => ({
  personId: given.personId ?? 'person-1',
  terms: { first: { ...trader, ...given.terms }, changes: [] },
  startsOn: given.startsOn ?? '2024-01-01',
  endedOn: given.endedOn ?? null,
  employer: given.employer ?? null,
  eventCover: given.eventCover ?? null,
  residence: '33.72.05.1011',
});

export const accountOf = (given: AccountGiven = {}): Account => ({
  ...initialAccount(given.id ?? 'membership-1'),
  identity: { paymentCode: given.code === undefined ? 'code-1' : given.code, nikToken: given.token ?? null },
  membership: membershipOf(given),
  paid: runsOf([...(given.paid ?? [])].sort()),
  lapsedOn: given.lapsedOn ?? null,
  lateFeesOwedRupiah: given.lateFeesOwed ?? 0,
  taken: { members: 1, identities: 1 },
});

export const bookOf = (contents: Partial<BookContents> = {}): Book =>
  new Book({ accounts: [accountOf()], payments: [], held: [], riskGroups: new Map(), ...contents });

export const occasion = (at = '2024-06-10T03:00:00.000Z'): Occasion => {
  let made = 0;
  return { at, newId: () => `id-${(made += 1)}` };
};

export const lineOf = (
  line: Partial<AskedLine> & { code?: string | null; token?: string } = {},
): AskedLine => ({
  index: line.index ?? 0,
  payee: {
    paymentCode: line.code === undefined ? (line.token ? null : 'code-1') : line.code,
    nikToken: line.token ?? null,
  },
  months: line.months ?? null,
  amountRupiah: line.amountRupiah ?? MONTH_RUPIAH,
});

export const paymentOf = (asked: Partial<AskedPayment> = {}): AskedPayment => {
  const lines = asked.lines ?? [lineOf()];
  return {
    gateway: 'bank-jateng',
    paymentId: 'P-1',
    contentHash: 'hash-1',
    method: 'virtual-account',
    amountRupiah: lines.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0),
    settledAt: '2024-06-10T10:00:00+07:00',
    payer: { kind: 'self', code: null },
    namesLines: false,
    ...asked,
    lines,
  };
};
