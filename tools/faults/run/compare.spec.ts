import { describe, expect, it } from '@jest/globals';
import { compared } from './compare.js';

const figures = (count: number, value = '1') =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`figure ${place}`, value]));

const comparedWith = (other: Readonly<Record<string, string>>, violations: readonly string[] = []) =>
  compared(figures(20), async () => ({ figures: other, violations }));

describe('the comparison with an undisturbed run', () => {
  it('finds nothing where all figures are the same, and says how many they were', async () => {
    const { digest, ...found } = await comparedWith(figures(20));
    expect(found).toEqual({ figures: 20, seconds: 0, violations: [] });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('finds figures that differ, and too few of them', async () => {
    expect((await comparedWith({ ...figures(20), 'figure 3': '2' })).violations).toEqual([
      'figures differ at figure 3: 1 when disturbed, 2 when not',
    ]);
    const nothing = await compared({}, async () => ({ figures: {}, violations: [] }));
    expect(nothing.violations).toEqual(['there were only 0 figures to compare']);
  });

  it('tells what was violated without any fault', async () =>
    expect((await comparedWith(figures(20), ['I1: an input is missing'])).violations).toEqual([
      'undisturbed: I1: an input is missing',
    ]));

  it('is no comparison when the other run could not be made', async () => {
    const found = await compared(figures(20), () => Promise.reject(new Error('no broker')));
    expect(found).toMatchObject({
      figures: 0,
      violations: [expect.stringMatching(/^there was no undisturbed run to compare with: .*no broker/)],
    });
  });
});
