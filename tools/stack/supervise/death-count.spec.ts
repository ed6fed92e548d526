import { describe, expect, it } from '@jest/globals';
import { DeathCount } from './death-count.js';

const verdicts = (deathsMs: readonly number[], livedMs = 100) => {
  const count = new DeathCount();
  return deathsMs.map((at) => count.note(at, livedMs));
};

describe('how often a process may die', () => {
  it('is four times within a minute; the fifth is enough', () => {
    expect(verdicts([0, 10, 20, 30, 59_999]).map(({ kind }) => kind)).toEqual([
      'again',
      'again',
      'again',
      'again',
      'enough',
    ]);
  });

  it('forgets a death after a minute', () => {
    expect(verdicts([0, 10, 20, 30, 60_000]).at(-1)).toEqual({ kind: 'again', deathsInARow: 5 });
  });

  it('counts deaths in a row until one life has lasted a minute', () => {
    const count = new DeathCount();
    expect(count.note(1_000, 1_000)).toEqual({ kind: 'again', deathsInARow: 1 });
    expect(count.note(61_500, 59_999)).toEqual({ kind: 'again', deathsInARow: 2 });
    expect(count.note(122_000, 60_000)).toEqual({ kind: 'again', deathsInARow: 1 });
  });
});
