import { describe, expect, it } from '@jest/globals';
import { Chance, Lots, storyUuid } from './chance.js';

const numbers = (chance: Chance) => Array.from({ length: 50 }, () => chance.bits());

describe('chance', () => {
  it('repeats itself for the same seed, purpose and index', () =>
    expect(numbers(new Chance(7, 'life', 3))).toEqual(numbers(new Chance(7, 'life', 3))));

  it.each([
    ['seed', new Chance(8, 'life', 3)],
    ['purpose', new Chance(7, 'home', 3)],
    ['index', new Chance(7, 'life', 4)],
  ])('differs by its %s', (_, other) =>
    expect(numbers(new Chance(7, 'life', 3))).not.toEqual(numbers(other)),
  );

  it('is even: a share of one half comes about half of the time', () => {
    const halves = Array.from({ length: 20_000 }, (_, index) => new Chance(1, 'even', index).happens(0.5));
    const share = halves.filter(Boolean).length / halves.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.02);
  });

  it('draws from both ends of a range and never beyond', () => {
    const chance = new Chance(1, 'range');
    const drawn = new Set(Array.from({ length: 500 }, () => chance.between(3, 5)));
    expect([...drawn].sort()).toEqual([3, 4, 5]);
  });

  it('draws lots by their weight, and never one of weight nought', () => {
    const chance = new Chance(1, 'lots');
    const lots = new Lots([
      ['often', 9],
      ['never', 0],
      ['seldom', 1],
    ] as const);
    const drawn = Array.from({ length: 5_000 }, () => lots.draw(chance));
    const often = drawn.filter((name) => name === 'often').length / drawn.length;
    expect(drawn).not.toContain('never');
    expect(Math.abs(often - 0.9)).toBeLessThan(0.03);
  });
});

describe('ids of a story', () => {
  it('are UUIDs of version 7 that carry their instant', () => {
    const id = storyUuid(7, 'sign-up', 12, Date.parse('2024-12-17T02:30:00Z'));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(Date.parse('2024-12-17T02:30:00Z'));
  });

  it('differ by number even at the same instant', () => {
    const ids = Array.from({ length: 10_000 }, (_, number) => storyUuid(7, 'sign-up', number, 0));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
