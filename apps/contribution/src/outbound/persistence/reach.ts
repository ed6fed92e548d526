import type { Needs } from '../../use-cases/books.js';
import { keyText, type PaymentKey } from '../../domain/payment/line.js';
import { loadLines, loadWaiting, type LinesByPayment } from './line-rows.js';
import { distinct, type Queries } from './queries.js';

/** What the plans of a batch reach: everything that must be locked and loaded for them. */
export interface Reach {
  readonly memberships: readonly string[];
  readonly payments: readonly PaymentKey[];
  /** Payments for which reversals may wait. */
  readonly expected: readonly PaymentKey[];
  readonly lines: LinesByPayment;
  readonly lockNames: readonly string[];
}

interface FoundRow {
  readonly membership_id: string;
  readonly payment_code: string | null;
  readonly nik_token: string | null;
}

const FOUND = 'select membership_id, payment_code, nik_token from account where';
const BY_CODE = `${FOUND} payment_code = any($1::text[])`;
const BY_NIK = `${FOUND} nik_token is not null and nik_token = any($1::text[])`;
const BY_PERSON = `${FOUND} person_id = any($1::uuid[])`;
const BY_ID = `${FOUND} membership_id = any($1::uuid[])`;

const present = (texts: readonly (string | null)[]): string[] =>
  distinct(texts.filter((text) => text !== null));

const found = async (db: Queries, sql: string, values: readonly string[]): Promise<FoundRow[]> =>
  values.length === 0 ? [] : db.query<FoundRow>(sql, [values]);

const keysOnce = (keys: readonly PaymentKey[]): PaymentKey[] => [
  ...new Map(keys.map((key) => [keyText(key), key])).values(),
];

const idsOf = (rows: readonly FoundRow[]) => rows.map(({ membership_id }) => membership_id);

/** All needs of a batch as one. */
const together = (needs: readonly Needs[]) => {
  const awaited = needs.flatMap((one) => one.awaited ?? []);
  const payees = needs.flatMap((one) => one.payees ?? []);
  return {
    awaited,
    codes: present(payees.map(({ paymentCode }) => paymentCode)),
    tokens: present(payees.map(({ nikToken }) => nikToken)),
    expected: keysOnce(needs.flatMap((one) => [...(one.payments ?? []), ...(one.wholePayments ?? [])])),
    whole: keysOnce(needs.flatMap((one) => one.wholePayments ?? [])),
    memberships: needs.flatMap((one) => one.memberships ?? []),
    persons: distinct(needs.flatMap((one) => one.persons ?? [])),
  };
};

/** Memberships that may become payable: who shares their codes and NIKs, and the money that waits for these. */
const reachOfAwaited = async (db: Queries, awaited: NonNullable<Needs['awaited']>) => {
  const ids = distinct(awaited.map(({ membershipId }) => membershipId));
  const known = await found(db, BY_ID, ids);
  const codes = present([
    ...awaited.map(({ payee }) => payee.paymentCode),
    ...known.map(({ payment_code }) => payment_code),
  ]);
  const tokens = present([
    ...awaited.map(({ payee }) => payee.nikToken),
    ...known.map(({ nik_token }) => nik_token),
  ]);
  const sharing = [...(await found(db, BY_CODE, codes)), ...(await found(db, BY_NIK, tokens))];
  return { ids: [...ids, ...idsOf(sharing)], codes, tokens, waiting: await loadWaiting(db, codes, tokens) };
};

const paidFor = (lines: LinesByPayment): (string | null)[] =>
  [...lines.values()].flat().map(({ state }) => ('membershipId' in state ? state.membershipId : null));

/**
 * Finds out what the needs reach, by plain reads. It is called before the locks, which need the names, and once more
 * behind them, since what is found may have changed until then.
 */
export const reachOf = async (db: Queries, needs: readonly Needs[]): Promise<Reach> => {
  const { codes, tokens, expected, whole, ...named } = together(needs);
  const awaited = await reachOfAwaited(db, named.awaited);
  const byCode = await found(db, BY_CODE, codes);
  const others = [...(await found(db, BY_NIK, tokens)), ...(await found(db, BY_PERSON, named.persons))];
  const lines = await loadLines(db, whole);
  const ids = [...named.memberships, ...awaited.ids, ...idsOf(byCode), ...idsOf(others), ...paidFor(lines)];
  const memberships = present(ids);
  const payments = keysOnce([...expected, ...awaited.waiting.keys]);
  const foundCodes = new Set(byCode.map(({ payment_code }) => payment_code));
  const openCodes = [...awaited.codes, ...codes.filter((code) => !foundCodes.has(code))];
  return {
    memberships,
    payments,
    expected,
    lines: new Map([...awaited.waiting.lines, ...lines]),
    lockNames: [
      ...memberships.map((id) => `membership:${id}`),
      ...payments.map(({ gateway, paymentId }) => `payment:${gateway}/${paymentId}`),
      ...openCodes.map((code) => `code:${code}`),
      ...[...awaited.tokens, ...tokens].map((token) => `nik:${token}`),
    ],
  };
};
