import { describe, expect, it } from '@jest/globals';
import { squaresOf } from './outlines.example.js';
import { aspectOf, partedBy } from './outlines.js';
import { plainRow } from './solo.example.js';

const region = (code: string | null) => ({ row: plainRow({ region: code }), value: 1 });
const REGIONS = [region('33.72.05'), region('33.72.04'), region(null)];
const [banjarsari, jebres, nowhere] = REGIONS;

describe('regions', () => {
  it('with an outline are drawn, in their order, and the others are tiles', () =>
    expect(partedBy(squaresOf('33.72.05', '33.72.99'), REGIONS)).toEqual({
      drawn: [banjarsari],
      tiles: [jebres, nowhere],
    }));

  it('are all tiles where there is no outline, or nobody said', () => {
    expect(partedBy(squaresOf(), REGIONS)).toEqual({ drawn: [], tiles: REGIONS });
    expect(partedBy(null, REGIONS)).toEqual({ drawn: [], tiles: REGIONS });
  });
});

describe('what is drawn', () => {
  const withScale = (scale: number[]) => ({
    ...squaresOf('33'),
    transform: { scale, translate: [110, -8] },
  });
  it('is so many times as wide as high', () => {
    expect(aspectOf(withScale([0.004, 0.002]))).toBe(2);
    expect(aspectOf(withScale([0.001, 0.002]))).toBe(0.5);
  });
  it('is square where that is not said', () => {
    const { transform: _, ...unsaid } = squaresOf('33');
    expect(aspectOf(unsaid)).toBe(1);
    expect(aspectOf(withScale([1, 0]))).toBe(1);
  });
});
