import { describe, expect, it } from '@jest/globals';
import { METRICS, number, PLACES, referenceOf } from './number.js';

const definedBy = (markup: string) => /data-define="([^"]*)"/.exec(markup)?.[1] ?? '';

describe('a number', () => {
  it('says in the page which one it is', () => {
    for (const metric of METRICS)
      for (const place of PLACES) {
        const reference = { metric, place, key: '33.72.05' };
        expect(referenceOf(definedBy(number('1', reference).text))).toEqual(reference);
      }
  });
  it.each(['', 'persons', 'age@figure:total', 'persons@elsewhere:total', 'persons@figure:'])(
    'is none in %j',
    (text) => expect(referenceOf(text)).toBeNull(),
  );
  it('is passed over by the tab key unless it is the first', () => {
    const reference = { metric: 'persons', place: 'cut', key: 'PU' } as const;
    expect(number('1', reference).text).not.toContain('tabindex');
    expect(number('1', reference, { isTabStop: false }).text).toContain('tabindex="-1"');
  });
});
