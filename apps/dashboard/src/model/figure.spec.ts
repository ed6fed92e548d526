import { describe, expect, it } from '@jest/globals';
import { gaugeOf, personsAtTarget, pointsThrough, shareOf, tellsStory } from './figure.js';
import { plainRow, SOLO_ROW } from './solo.example.js';

const stock = { id: 't', version: 1, kind: 'stock', value: 200, needed: 50 } as const;

describe('the gauge', () => {
  it('shows coverage with the mark of the target', () =>
    expect(gaugeOf(SOLO_ROW)).toEqual({ filled: 0.44246447500484, target: 0.5 }));
  it('shows coverage alone without a target of that kind', () => {
    expect(gaugeOf({ ...SOLO_ROW, target: null })?.target).toBeNull();
    expect(gaugeOf({ ...SOLO_ROW, target: stock })?.target).toBeNull();
  });
  it('is full at most', () => expect(gaugeOf({ ...SOLO_ROW, coverage: 1.2 })?.filled).toBe(1));
  it('shows persons against a stock target without a denominator', () =>
    expect(gaugeOf(plainRow({ persons: 150, target: stock }))).toEqual({ filled: 0.75, target: 1 }));
  it('is not there where nothing can be measured', () => {
    expect(gaugeOf(plainRow({ persons: 150 }))).toBeNull();
    expect(gaugeOf(plainRow({ persons: null, target: stock }))).toBeNull();
    expect(gaugeOf(plainRow({ persons: 1, target: { ...stock, value: 0 } }))).toBeNull();
  });
});

describe('the persons that a target asks for', () => {
  it('are those counted and those needed', () => expect(personsAtTarget(SOLO_ROW)).toBe(113_582));
  it('are not said when it is reached, unknown, or of newly registered ones', () => {
    expect(personsAtTarget({ ...SOLO_ROW, target: { ...stock, needed: 0 } })).toBeNull();
    expect(personsAtTarget({ ...SOLO_ROW, target: { ...stock, needed: null } })).toBeNull();
    expect(personsAtTarget({ ...SOLO_ROW, target: { ...stock, kind: 'new' } })).toBeNull();
    expect(personsAtTarget({ ...SOLO_ROW, target: null })).toBeNull();
  });
});

describe('a share', () => {
  it('is persons by all', () => expect(shareOf(1, 4)).toBe(0.25));
  it('is unknown of nobody or of the unknown', () =>
    expect([shareOf(0, 0), shareOf(null, 4), shareOf(1, null)]).toEqual([null, null, null]));
});

describe('the points of the trend', () => {
  const point = (on: string) => ({ on, persons: 1, coverage: null });
  const figure = { asOf: '2024-12-17', persons: 9, coverage: 0.4 };
  it('end with the figure itself, in place of its month and all later ones', () =>
    expect(pointsThrough([point('2024-11-30'), point('2024-12-17'), point('2024-12-31')], figure)).toEqual([
      point('2024-11-30'),
      { on: '2024-12-17', persons: 9, coverage: 0.4 },
    ]));
});

describe('a story', () => {
  it('is told where today is not the day of the machine', () => {
    expect(tellsStory('2024-12-17', 'Thu, 20 Nov 2025 03:00:00 GMT')).toBe(true);
    expect(tellsStory('2025-11-22', 'Thu, 20 Nov 2025 03:00:00 GMT')).toBe(true);
  });
  it('is none on the same day in Jakarta, or a day beside it around midnight', () => {
    expect(tellsStory('2025-11-20', 'Thu, 20 Nov 2025 16:59:59 GMT')).toBe(false);
    expect(tellsStory('2025-11-21', 'Thu, 20 Nov 2025 17:00:00 GMT')).toBe(false);
    expect(tellsStory('2025-11-20', 'Thu, 20 Nov 2025 17:00:00 GMT')).toBe(false);
  });
  it('is not said where the machine does not tell its day', () =>
    expect(tellsStory('2024-12-17', null)).toBe(false));
});
