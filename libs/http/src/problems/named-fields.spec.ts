import { describe, expect, it } from '@jest/globals';
import { fieldsNamedBy } from './named-fields.js';

describe('the fields that reasons name', () => {
  it('are those of the rule that the request has', () => {
    const reasons = ['nik-implausible', 'income-below-least'] as const;
    const request = { person: { nik: '1' }, declaredIncome: 7 };
    expect(fieldsNamedBy(reasons, request)).toEqual([
      { path: 'person.nik', reason: 'nik-implausible' },
      { path: 'declaredIncome', reason: 'income-below-least' },
    ]);
  });
  it('are others in another request of the same rule', () => {
    const named = (request: object) => fieldsNamedBy(['programme-not-offered'], request)[0]?.path;
    expect(named({ programmes: [] })).toBe('programmes');
    expect(named({ changes: { programmes: [] } })).toBe('changes.programmes');
    expect(named({ changes: null })).toBeUndefined();
  });
  it('include what is missing', () => {
    expect(fieldsNamedBy(['employer-missing'], {})).toEqual([
      { path: 'employer', reason: 'employer-missing' },
    ]);
    expect(fieldsNamedBy(['payee-missing'], { nik: null })).toEqual([
      { path: 'nik', reason: 'payee-missing' },
    ]);
  });
  it('stand below the part that was asked about', () =>
    expect(fieldsNamedBy(['month-not-due'], { months: [] }, 'lines.3.')).toEqual([
      { path: 'lines.3.months', reason: 'month-not-due' },
    ]));
  it.each([[undefined], [null], ['text'], [[]]])('are none of the request %j', (request) =>
    expect(fieldsNamedBy(['not-covered'], request)).toEqual([]),
  );
});
