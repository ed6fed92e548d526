import { describe, expect, it } from '@jest/globals';
import type { Findings, SchoolYear } from './findings.js';
import { withoutPerson } from './forgotten.js';

const DAY = '2024-03-20';
const kept = (findings: Findings) => withoutPerson(findings, DAY);

describe('what a grant was for, once its person is erased', () => {
  it('is the reason of savings and the months of a pension, without birth date, wage or balance', () => {
    const broughtForward = { amountRupiah: 5_000_000, through: '2023-12' };
    const birthDate = '1960-01-01';
    expect(kept({ kind: 'savings', why: 'age', birthDate, broughtForward })).toEqual({
      kind: 'savings',
      why: 'age',
      birthDate: null,
    });
    const pension = { kind: 'pension', why: 'retired', birthDate, averageWageRupiah: 4_000_000 } as const;
    expect(kept({ ...pension, months: 3, broughtForward })).toEqual({
      kind: 'pension',
      why: 'retired',
      months: 3,
      birthDate: null,
      averageWageRupiah: null,
    });
  });

  it('is the days and the degree that were paid for, and what receipts came to, not when it was told', () => {
    const told = { reportedOn: DAY, declaredOn: '2024-04-20' };
    const days = { inabilityFrom: '2024-03-21', from: '2024-03-21', through: '2024-04-19' };
    expect(kept({ kind: 'temporary-disability', ...days, ...told })).toEqual({
      kind: 'temporary-disability',
      ...days,
    });
    expect(kept({ kind: 'permanent-disability', extent: 'total', ...told })).toEqual({
      kind: 'permanent-disability',
      extent: 'total',
    });
    expect(kept({ kind: 'care', costsRupiah: { dentures: 5_000_000 }, ...told })).toEqual({
      kind: 'care',
      costsRupiah: { dentures: 5_000_000 },
    });
  });

  it('is the school years by letter, without those that the child was too old for on 1 July', () => {
    const year = (child: string, birthDate: string): SchoolYear => ({
      child,
      birthDate,
      level: 'higher',
      year: 2024,
      situation: 'studying',
    });
    const years = [year('A', '2001-07-02'), year('B', '2001-07-01')];
    expect(kept({ kind: 'school-years', years, grantedElsewhere: 'death' })).toEqual({
      kind: 'school-years',
      years: [{ ...years[0], birthDate: null }],
    });
  });
});
