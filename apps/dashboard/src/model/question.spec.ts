import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CUTS } from '../api/coverage-answer.js';
import { addressOf, forThePublic, parametersOf, questionOf, type Question } from './question.js';

const USUAL: Question = { region: '33.72', asOf: null, knownOn: null, measure: 'active', cut: 'segment' };

describe('a question', () => {
  it('is the usual one where the address says nothing', () => expect(questionOf('', '33.72')).toEqual(USUAL));

  it('is read from the address', () =>
    expect(
      questionOf('?region=33.72.05&asOf=2024-11-30&knownOn=2024-12-01&measure=registered&by=payer', '33.72'),
    ).toEqual({
      region: '33.72.05',
      asOf: '2024-11-30',
      knownOn: '2024-12-01',
      measure: 'registered',
      cut: 'payer',
    }));

  it('passes over what makes no sense', () =>
    expect(questionOf('?region=&asOf=yesterday&knownOn=2024-1-1&measure=all&by=colour', '33.72')).toEqual(
      USUAL,
    ));

  it('is of the active of today for the public', () =>
    expect(
      forThePublic({
        ...USUAL,
        region: '33',
        asOf: '2024-01-01',
        knownOn: '2024-01-01',
        measure: 'registered',
      }),
    ).toEqual({
      ...USUAL,
      region: '33',
    }));

  it('has an address without what is usual', () => {
    expect(addressOf(USUAL)).toBe('?region=33.72');
    expect(addressOf({ ...USUAL, region: 'area:SOLO', measure: 'registered', cut: 'channel' })).toBe(
      '?region=area:SOLO&measure=registered&by=channel',
    );
  });

  it('comes back from its address as it was', () => {
    const day = fc.option(fc.constantFrom('2024-12-17', '2023-01-31'));
    const region = fc.constantFrom('ID', '33', '33.72', 'area:SOLO', '33.12,33.72');
    const measure = fc.constantFrom('active' as const, 'registered' as const);
    fc.assert(
      fc.property(
        fc.record({ region, asOf: day, knownOn: day, measure, cut: fc.constantFrom(...CUTS) }),
        (question) => expect(questionOf(addressOf(question), 'ID')).toEqual(question),
      ),
    );
  });
});

describe('parameters', () => {
  it('leave out what is null and escape the rest', () =>
    expect(parametersOf({ region: 'a&b', asOf: null, by: 'x y' })).toBe('region=a%26b&by=x%20y'));
});
