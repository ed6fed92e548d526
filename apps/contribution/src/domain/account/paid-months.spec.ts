import { addMonths, monthsBetween } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  firstUnpaid,
  isPaid,
  lastPaid,
  runsOf,
  withRun,
  withoutRun,
  type PaidMonths,
} from './paid-months.js';

const START = '2024-01';
const monthAt = (index: number) => addMonths(START, index);
const run = fc
  .tuple(fc.nat(30), fc.nat(6))
  .map(([first, length]) => ({ first: monthAt(first), last: monthAt(first + length) }));
const steps = fc.array(fc.record({ run, paid: fc.boolean() }), { maxLength: 30 });

const monthsOf = (first: string, last: string) =>
  Array.from({ length: monthsBetween(first, last) + 1 }, (_, index) => addMonths(first, index));

describe('the months that are paid', () => {
  it('are the same as a plain set of months would have', () =>
    fc.assert(
      fc.property(steps, (taken) => {
        let paid: PaidMonths = [];
        const set = new Set<string>();
        for (const {
          run: { first, last },
          paid: adds,
        } of taken) {
          paid = (adds ? withRun : withoutRun)(paid, { first, last });
          for (const month of monthsOf(first, last))
            if (adds) set.add(month);
            else set.delete(month);
        }
        const months = [...set].sort();
        expect(paid).toEqual(runsOf(months));
        expect(lastPaid(paid)).toBe(months.at(-1) ?? null);
        for (const month of monthsOf(START, monthAt(40))) expect(isPaid(paid, month)).toBe(set.has(month));
        expect(set.has(firstUnpaid(paid, START))).toBe(false);
      }),
    ));

  it('join where two runs touch, and not where a month is missing', () => {
    const january = { first: '2024-01', last: '2024-01' };
    expect(withRun([january], { first: '2024-02', last: '2024-02' })).toEqual([
      { first: '2024-01', last: '2024-02' },
    ]);
    expect(withRun([january], { first: '2024-03', last: '2024-03' })).toHaveLength(2);
  });

  it('have their first unpaid month behind the run that holds the asked one', () => {
    const paid = runsOf(['2023-12', '2024-01', '2024-03']);
    expect(firstUnpaid(paid, '2023-11')).toBe('2023-11');
    expect(firstUnpaid(paid, '2023-12')).toBe('2024-02');
    expect(firstUnpaid(paid, '2024-03')).toBe('2024-04');
  });
});
