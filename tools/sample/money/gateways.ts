import type { PaymentMethod } from '#libs/kernel';
import { Lots } from '../chance/chance.js';
import { dayOf, type Seconds } from '../instants.js';

/** A gateway of the sample: outlets and wallets are invented. */
export interface Gateway {
  readonly name: string;
  readonly method: PaymentMethod;
  /** Begins its payment ids. */
  readonly prefix: string;
  /** Outlets ask for the NIK where a member has no code at hand. */
  readonly asksForNik: boolean;
}

const gateway = (name: string, method: PaymentMethod, prefix: string, asksForNik = false): Gateway => ({
  name,
  method,
  prefix,
  asksForNik,
});

/** What the self-employed pay through. */
export const SELF_GATEWAYS = new Lots<Gateway>([
  [gateway('bank-jateng', 'virtual-account', 'BJTG'), 24],
  [gateway('bank-nusantara', 'virtual-account', 'BNUS'), 20],
  [gateway('qris-solo', 'qris', 'QRIS'), 18],
  [gateway('wallet-nusantara', 'e-wallet', 'WLLT'), 14],
  [gateway('outlet-solo', 'cash-outlet', 'OUTL', true), 16],
  [gateway('bank-transfer-hub', 'bank-transfer', 'TRSF'), 8],
]);

/** Employers' payroll service: for one worker, and for all of an employer's. */
export const PAYROLL = gateway('payroll-solo', 'payroll', 'PAYR');
export const GROUP_PAYROLL = gateway('payroll-solo', 'payroll', 'FIRM');
/** Budgets of the city, of villages, sponsors and organisers. */
export const BUDGET = gateway('kas-daerah-solo', 'budget', 'BUDG');

/** As gateways write it: `BJTG-20250110-000171`, with the mark of a plan before the number. */
export const paymentIdOf = ({ prefix }: Gateway, settledAt: Seconds, number: number, mark: string): string =>
  `${prefix}-${dayOf(settledAt).replaceAll('-', '')}-${mark}${String(number).padStart(6, '0')}`;
