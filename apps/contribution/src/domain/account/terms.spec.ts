import { describe, expect, it } from '@jest/globals';
import { trader } from '../../../test/given.js';
import { termsOn, withChange, type TermsHistory } from './terms.js';

const registered: TermsHistory = { first: trader, changes: [] };

describe('terms', () => {
  const raised = withChange(registered, { from: '2024-03-01', changes: { basisRupiah: 2_000_000 } });

  it('change on the effective day, not the day before', () => {
    expect(termsOn(raised, '2024-02-29').basisRupiah).toBe(1_000_000);
    expect(termsOn(raised, '2024-03-01').basisRupiah).toBe(2_000_000);
  });

  it('keep what a later change does not name, also when the earlier day is heard of later', () => {
    const before = withChange(raised, { from: '2024-02-01', changes: { programmes: ['JKK', 'JKM', 'JHT'] } });
    expect(termsOn(before, '2024-02-01')).toEqual({ ...trader, programmes: ['JKK', 'JKM', 'JHT'] });
    expect(termsOn(before, '2024-03-01')).toEqual({
      ...trader,
      programmes: ['JKK', 'JKM', 'JHT'],
      basisRupiah: 2_000_000,
    });
  });

  it('of two changes for one day, take the one that was recorded later', () => {
    const again = withChange(raised, { from: '2024-03-01', changes: { basisRupiah: 3_000_000 } });
    expect(termsOn(again, '2024-03-01').basisRupiah).toBe(3_000_000);
  });
});
