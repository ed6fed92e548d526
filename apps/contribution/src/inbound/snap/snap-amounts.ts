import type { Fields } from './snap-fields.js';
import { SnapRefusal } from './snap-refusal.js';

/** Two decimals, which must be noughts: fractions of a rupiah are refused, not rounded. */
const AMOUNT = /^(\d{1,16})\.00$/;

/** The whole rupiah of an amount in a body. */
export const rupiahIn = (body: Fields, name: string): number => {
  const amount = body[name];
  if (amount === undefined || amount === null) throw new SnapRefusal('400-02', name);
  if (typeof amount !== 'object') throw new SnapRefusal('400-01', name);
  const { value, currency } = amount as Fields;
  if (currency !== 'IDR') throw new SnapRefusal('400-01', `${name}.currency`);
  const rupiah = Number(AMOUNT.exec(typeof value === 'string' ? value : '')?.[1] ?? NaN);
  if (!Number.isSafeInteger(rupiah) || rupiah < 1) throw new SnapRefusal('400-01', `${name}.value`);
  return rupiah;
};

/** An amount as the standard writes it. */
export const amountOf = (rupiah: number) => ({ value: `${rupiah}.00`, currency: 'IDR' });
