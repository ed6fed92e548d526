import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { happened, refused } from '#libs/kernel';
import { decideReservation, evolveBudget, isFuneralOnly, leftIn, type Budget } from './budget.js';

const budget: Budget = { granted: 12, reserved: 6 };

describe('a budget', () => {
  it('gives the months of all persons, to the last one', () => {
    expect(decideReservation({ persons: 3, months: 2 }, budget)).toEqual(
      happened({ type: 'MonthsReserved', personMonths: 6 }),
    );
    expect(decideReservation({ persons: 7, months: 1 }, budget)).toEqual(refused('budget-overdrawn'));
    expect(decideReservation({ persons: 6, months: 1 }, budget).kind).toBe('happened');
    expect(decideReservation({ persons: 0, months: 24 }, budget).kind).toBe('happened');
  });

  it('has what is left, and never less than nothing', () => {
    expect(leftIn(budget)).toBe(6);
    expect(leftIn({ granted: 5, reserved: 6 })).toBe(0);
    expect(decideReservation({ persons: 1, months: 1 }, { granted: 5, reserved: 6 })).toEqual(
      refused('budget-overdrawn'),
    );
  });

  it('is never overdrawn, whatever is asked for in whatever order', () => {
    const asked = fc.record({ persons: fc.nat(50), months: fc.integer({ min: 1, max: 24 }) });
    fc.assert(
      fc.property(fc.nat(2_000), fc.array(asked), (granted, all) => {
        const after = all.reduce<Budget>(
          (left, one) => {
            const outcome = decideReservation(one, left);
            return outcome.kind === 'happened' ? outcome.events.reduce(evolveBudget, left) : left;
          },
          { granted, reserved: 0 },
        );
        expect(after.reserved).toBeLessThanOrEqual(granted);
      }),
    );
  });
});

describe('a natural death', () => {
  it('is covered by the funeral alone for less than three months', () => {
    expect(isFuneralOnly(2)).toBe(true);
    expect(isFuneralOnly(3)).toBe(false);
  });
});
