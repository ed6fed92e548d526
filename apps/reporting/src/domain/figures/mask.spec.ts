import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hiddenParts, publicView } from './mask.js';

const parts = (...persons: number[]) =>
  new Map(persons.map((count, place) => [`part-${place}`, count] as const));
const places = (hidden: ReadonlySet<string>) =>
  [...hidden].map((part) => Number(part.slice(5))).sort((a, b) => a - b);

describe('the parts that are hidden', () => {
  it.each([
    ['none', [10, 11, 200], []],
    ['one under ten, and the smallest other, for the sum would tell', [9, 50, 200], [0, 1]],
    ['two under ten with ten together', [5, 6, 50], [0, 1]],
    ['two under ten with fewer together, and another', [2, 3, 50], [0, 1, 2]],
    ['nobody, which is fewer than ten, but needs no company', [0, 12, 0], [0, 2]],
    ['nobody, and one under ten with the smallest other', [0, 12, 30, 3], [0, 1, 3]],
    ['the only one', [4], [0]],
    ['all, when the others do not suffice', [1, 2], [0, 1]],
  ])('%s', (_, persons, hidden) => {
    expect(places(hiddenParts(parts(...persons)))).toEqual(hidden);
  });

  it('cannot be worked out from the sum and what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }), (persons) => {
        const hidden = places(hiddenParts(parts(...persons)));
        for (const [place, count] of persons.entries()) if (count < 10) expect(hidden).toContain(place);
        const together = hidden.reduce((sum, place) => sum + persons[place]!, 0);
        if (together > 0 && hidden.length < persons.length) expect(together).toBeGreaterThanOrEqual(10);
        if (hidden.some((place) => persons[place]! > 0) && hidden.length < persons.length) {
          expect(hidden.filter((place) => persons[place]! > 0).length).toBeGreaterThan(1);
        }
      }),
    );
  });
});

describe('what the public sees of a region', () => {
  const country = {
    region: 'ID',
    persons: 300,
    below: new Map([
      ['33', 250],
      ['31', 50],
    ]),
  };
  const province = (below: [string, number][]) => ({ region: '33', persons: 250, below: new Map(below) });
  const regency = { region: '33.72', persons: 20, below: new Map([['33.72.05', 20]]) };

  it('is all when nobody is under ten', () => {
    const view = publicView([
      country,
      province([
        ['33.72', 20],
        ['33.11', 230],
      ]),
      regency,
    ]);
    expect(view).toEqual({ isShown: true, hidden: new Set() });
  });

  it("hides a region for its sibling's sake wherever it is asked for, and all within it", () => {
    const view = publicView([
      country,
      province([
        ['33.72', 20],
        ['33.11', 226],
        ['33.14', 4],
      ]),
      regency,
    ]);
    expect(view).toEqual({ isShown: false, hidden: new Set(['33.72.05']) });
  });

  it('hides a country of fewer than ten', () => {
    expect(publicView([{ region: 'ID', persons: 9, below: new Map([['33', 9]]) }]).isShown).toBe(false);
  });
});
