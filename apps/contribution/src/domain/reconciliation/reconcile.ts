/** Which way money went at the gateway: to us, or back to the payer. */
export type Direction = 'in' | 'out';

/** A line of a gateway's statement. */
export interface StatementLine {
  /** Counted from 1, the header not counted. */
  readonly row: number;
  /** The gateway's number of the payment. */
  readonly reference: string;
  readonly direction: Direction;
  /** Above nought, whichever way it went. */
  readonly rupiah: number;
}

/** What the ledger says of a payment at the gateway, one way. */
export interface Movement {
  readonly reference: string;
  readonly direction: Direction;
  /** Of all entries together. */
  readonly rupiah: number;
  /** Whether it falls into the days of the statement: only then must it stand there. */
  readonly isExpected: boolean;
}

/** A payment, one way, of which statement and ledger do not come to the same amount. */
export type Differing = Omit<Movement, 'rupiah'> & {
  /** What the ledger says; null: nothing. */
  readonly rupiah: number | null;
};

/** Statement and ledger added up side by side, by payment and direction. */
export interface Compared {
  /** How many come to the same on both sides. */
  readonly agreed: number;
  /** All others that the statement names or that fall into its days. */
  readonly differing: readonly Differing[];
}

/** Where statement and ledger do not say the same. */
export interface Break {
  readonly kind: 'missing-here' | 'missing-there' | 'different' | 'duplicate';
  readonly reference: string;
  readonly direction: Direction;
  /** The line of the statement; null where it has none. */
  readonly row: number | null;
  /** What the statement says of the payment, in this line where it is a duplicate, else in all; null: nothing. */
  readonly statementRupiah: number | null;
  /** What the ledger says; null: nothing. */
  readonly ledgerRupiah: number | null;
}

export interface Reconciled {
  /** Payments of which both say the same, each way for itself. */
  readonly matched: number;
  readonly breaks: readonly Break[];
}

const keyOf = ({ reference, direction }: Pick<Movement, 'reference' | 'direction'>) =>
  `${direction} ${reference}`;

const sum = (lines: readonly StatementLine[]) => lines.reduce((rupiah, line) => rupiah + line.rupiah, 0);

const breakOf = (
  kind: Break['kind'],
  about: Pick<Movement, 'reference' | 'direction'>,
  found: Pick<Break, 'row' | 'statementRupiah' | 'ledgerRupiah'>,
): Break => ({ kind, reference: about.reference, direction: about.direction, ...found });

const duplicates = (lines: readonly StatementLine[], ledgerRupiah: number): Break[] =>
  lines.map((line) =>
    breakOf('duplicate', line, { row: line.row, statementRupiah: line.rupiah, ledgerRupiah }),
  );

/**
 * The lines of one payment, one way, against the ledger. A payment may stand in several lines which together come to the
 * ledger's amount; where already the first does, the rest stand there twice.
 */
const compare = (lines: readonly StatementLine[], movement: Movement | undefined): readonly Break[] => {
  const [first] = lines;
  if (!first) return [];
  const statementRupiah = sum(lines);
  if (!movement)
    return [breakOf('missing-here', first, { row: first.row, statementRupiah, ledgerRupiah: null })];
  const { rupiah } = movement;
  if (statementRupiah === rupiah) return [];
  const [, ...rest] = lines;
  if (first.rupiah === rupiah) return duplicates(rest, rupiah);
  return [breakOf('different', first, { row: first.row, statementRupiah, ledgerRupiah: rupiah })];
};

/**
 * A gateway's statement against the ledger. A payment that stands in the statement is looked for on any day, since banks
 * book on another day than they take; one that stands there nowhere is missing if it falls into the statement's days.
 */
export const reconcile = (lines: readonly StatementLine[], movements: readonly Movement[]): Reconciled => {
  const stated = Map.groupBy(lines, keyOf);
  const known = new Map(movements.map((movement) => [keyOf(movement), movement]));
  const breaks: Break[] = [];
  let matched = 0;
  for (const [key, group] of stated) {
    const found = compare(group, known.get(key));
    breaks.push(...found);
    if (found.every(({ kind }) => kind === 'duplicate')) matched += 1;
  }
  for (const [key, { isExpected, rupiah: ledgerRupiah, ...about }] of known) {
    if (isExpected && !stated.has(key))
      breaks.push(breakOf('missing-there', about, { row: null, statementRupiah: null, ledgerRupiah }));
  }
  return { matched, breaks };
};

/** The same where agreeing sums were counted already: lines that come to the ledger's amount are no break. */
export const reconcileDiffering = (
  lines: readonly StatementLine[],
  { agreed, differing }: Compared,
): Reconciled => {
  const keys = new Set(differing.map(keyOf));
  const movements = differing.filter((one): one is Movement => one.rupiah !== null);
  const { matched, breaks } = reconcile(
    lines.filter((line) => keys.has(keyOf(line))),
    movements,
  );
  return { matched: agreed + matched, breaks };
};
