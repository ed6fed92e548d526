/** What ids of the load are for; each sort has a mark of its own in the id. */
export type IdSort = 'sign-up' | 'claim';

const MARKS: Readonly<Record<IdSort, string>> = { 'sign-up': '7faa', claim: '7fac' };

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits);

/** The id of input `n` as a UUID that says which input of which seed it is. */
export const idOf = (sort: IdSort, seed: number, n: number): string =>
  `0193d0a4-0000-${MARKS[sort]}-8${hex(seed, 7).slice(0, 3)}-${hex(seed, 7).slice(3)}${hex(n, 8)}`;

/** Which input an id is of; null for ids of another seed, another sort, or nobody's. */
export const numberIn = (sort: IdSort, seed: number, id: string): number | null => {
  const n = Number.parseInt(id.slice(-8), 16);
  return idOf(sort, seed, n) === id ? n : null;
};

/** The gateway's own number of the payment that input `n` is. */
export const paymentIdOf = (seed: number, n: number): string => `F${seed}-${n}`;

/** Which input a payment is; null for those of another seed, or nobody's. */
export const paymentNumberIn = (seed: number, paymentId: string): number | null => {
  const prefix = `F${seed}-`;
  if (!paymentId.startsWith(prefix)) return null;
  const n = Number(paymentId.slice(prefix.length));
  return Number.isInteger(n) ? n : null;
};
