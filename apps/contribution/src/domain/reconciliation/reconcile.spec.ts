import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  reconcile,
  reconcileDiffering,
  type Compared,
  type Movement,
  type StatementLine,
} from './reconcile.js';

const line = (row: number, rupiah = 16_800, given: Partial<StatementLine> = {}): StatementLine => ({
  row,
  reference: 'P-1',
  direction: 'in',
  rupiah,
  ...given,
});
const movement = (rupiah = 16_800, given: Partial<Movement> = {}): Movement => ({
  reference: 'P-1',
  direction: 'in',
  rupiah,
  isExpected: true,
  ...given,
});
const about = { reference: 'P-1', direction: 'in' };

describe('a statement against the ledger', () => {
  it('matches where both say the same, on whichever day', () => {
    expect(reconcile([line(1)], [movement()])).toEqual({ matched: 1, breaks: [] });
    expect(reconcile([line(1)], [movement(16_800, { isExpected: false })])).toEqual({
      matched: 1,
      breaks: [],
    });
  });

  it('misses here what the ledger does not know', () =>
    expect(reconcile([line(3)], [])).toEqual({
      matched: 0,
      breaks: [{ kind: 'missing-here', ...about, row: 3, statementRupiah: 16_800, ledgerRupiah: null }],
    }));

  it('misses there what the ledger says of these days, and of no others', () => {
    expect(reconcile([], [movement()])).toEqual({
      matched: 0,
      breaks: [{ kind: 'missing-there', ...about, row: null, statementRupiah: null, ledgerRupiah: 16_800 }],
    });
    expect(reconcile([], [movement(16_800, { isExpected: false })])).toEqual({ matched: 0, breaks: [] });
  });

  it.each([16_799, 16_801])('differs with %d instead of 16,800', (rupiah) =>
    expect(reconcile([line(1, rupiah)], [movement()])).toEqual({
      matched: 0,
      breaks: [{ kind: 'different', ...about, row: 1, statementRupiah: rupiah, ledgerRupiah: 16_800 }],
    }),
  );

  it('finds each line that stands there twice', () =>
    expect(reconcile([line(1), line(5), line(9)], [movement()])).toEqual({
      matched: 1,
      breaks: [5, 9].map((row) => ({
        kind: 'duplicate',
        ...about,
        row,
        statementRupiah: 16_800,
        ledgerRupiah: 16_800,
      })),
    }));

  it('takes several lines of one payment together', () => {
    expect(reconcile([line(1, 10_000), line(2, 6_800)], [movement()])).toEqual({ matched: 1, breaks: [] });
    expect(reconcile([line(1, 10_000), line(2, 6_801)], [movement()]).breaks).toMatchObject([
      { kind: 'different', statementRupiah: 16_801 },
    ]);
  });

  it('holds what went back apart from what came', () => {
    const back = { direction: 'out' } as const;
    expect(reconcile([line(1), line(2, 16_800, back)], [movement(), movement(16_800, back)])).toEqual({
      matched: 2,
      breaks: [],
    });
    expect(reconcile([line(1)], [movement(), movement(16_800, back)]).breaks).toMatchObject([
      { kind: 'missing-there', direction: 'out' },
    ]);
  });
});

const references = fc.constantFrom('A', 'B', 'C', 'D');
const directions = fc.constantFrom('in' as const, 'out' as const);
const rupiah = fc.constantFrom(1, 2, 3);
const statement = fc
  .array(fc.record({ reference: references, direction: directions, rupiah }), { maxLength: 12 })
  .map((lines) => lines.map((one, index) => ({ ...one, row: index + 1 })));
const ledger = fc.uniqueArray(
  fc.record({ reference: references, direction: directions, rupiah, isExpected: fc.boolean() }),
  { selector: ({ reference, direction }) => `${direction} ${reference}` },
);

it('explains every rupiah: the two sums differ by what the breaks and the unexpected say', () =>
  fc.assert(
    fc.property(statement, ledger, (lines, movements) => {
      const { breaks } = reconcile(lines, movements);
      const stated = lines.reduce((sum, one) => sum + one.rupiah, 0);
      const found = new Set(lines.map((one) => `${one.direction} ${one.reference}`));
      const known = movements
        .filter((one) => one.isExpected || found.has(`${one.direction} ${one.reference}`))
        .reduce((sum, one) => sum + one.rupiah, 0);
      const explained = breaks.reduce(
        (sum, one) =>
          sum + (one.statementRupiah ?? 0) - (one.kind === 'duplicate' ? 0 : (one.ledgerRupiah ?? 0)),
        0,
      );
      expect(stated - known).toBe(explained);
    }),
  ));

const keyOf = ({ reference, direction }: Pick<Movement, 'reference' | 'direction'>) =>
  `${direction} ${reference}`;

/** The two sides added up, the slow way. */
const compared = (lines: readonly StatementLine[], movements: readonly Movement[]): Compared => {
  const stated = [...Map.groupBy(lines, keyOf).values()].map((group) => ({
    reference: group[0]!.reference,
    direction: group[0]!.direction,
    rupiah: group.reduce((sum, one) => sum + one.rupiah, 0),
  }));
  const ledgers = (key: string) => movements.find((one) => keyOf(one) === key);
  const disagreeing = stated.filter((one) => ledgers(keyOf(one))?.rupiah !== one.rupiah);
  const unstated = movements.filter(
    (one) => one.isExpected && !stated.some((other) => keyOf(other) === keyOf(one)),
  );
  const differing = disagreeing.map(
    (one) => ledgers(keyOf(one)) ?? { ...one, rupiah: null, isExpected: false },
  );
  return { agreed: stated.length - disagreeing.length, differing: [...differing, ...unstated] };
};

it('says of what differs alone what it says of all', () =>
  fc.assert(
    fc.property(statement, ledger, (lines, movements) => {
      const { matched, breaks } = reconcile(lines, movements);
      const found = reconcileDiffering(lines, compared(lines, movements));
      expect(found.matched).toBe(matched);
      expect(new Set(found.breaks)).toEqual(new Set(breaks));
    }),
  ));
