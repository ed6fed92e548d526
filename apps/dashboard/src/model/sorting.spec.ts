import { describe, expect, it } from '@jest/globals';
import { plainRow } from './solo.example.js';
import { nextOrder, sorted } from './sorting.js';

const rows = [
  plainRow({ name: 'unmapped', part: 'unmapped', persons: 900 }),
  plainRow({ name: 'Jebres', persons: 20 }),
  plainRow({ name: 'Serengan', persons: null, masked: true }),
  plainRow({ name: 'Banjarsari', persons: 30 }),
];
const names = (order: Parameters<typeof sorted>[1]) => sorted(rows, order).map(({ name }) => name);

describe('rows', () => {
  it('are sorted by persons, what is masked behind, and the unmapped last of all', () => {
    expect(names({ key: 'persons', descending: true })).toEqual([
      'Banjarsari',
      'Jebres',
      'Serengan',
      'unmapped',
    ]);
    expect(names({ key: 'persons', descending: false })).toEqual([
      'Jebres',
      'Banjarsari',
      'Serengan',
      'unmapped',
    ]);
  });
  it('are sorted by name', () =>
    expect(names({ key: 'name', descending: false })).toEqual([
      'Banjarsari',
      'Jebres',
      'Serengan',
      'unmapped',
    ]));
  it('stay where they are when there is nothing to compare', () =>
    expect(names({ key: 'gap', descending: true })).toEqual([
      'Jebres',
      'Serengan',
      'Banjarsari',
      'unmapped',
    ]));
});

describe('a click on a column', () => {
  const byPersons = { key: 'persons', descending: true } as const;
  it('turns the order round on the same one', () =>
    expect(nextOrder(byPersons, 'persons')).toEqual({ key: 'persons', descending: false }));
  it('begins with the largest number, or with A', () => {
    expect(nextOrder(byPersons, 'gap')).toEqual({ key: 'gap', descending: true });
    expect(nextOrder(byPersons, 'name')).toEqual({ key: 'name', descending: false });
  });
});
