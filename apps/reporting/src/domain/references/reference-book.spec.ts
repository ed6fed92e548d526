import { describe, expect, it } from '@jest/globals';
import { ReferenceBook, type PlacedReference } from './reference-book.js';
import type { Area } from './references.js';

const area = (id: string, version: number, regions: string[], position: number): PlacedReference => {
  const content: Area = { name: `Cabang ${id}`, regions, from: null, through: null };
  return { kind: 'area', id, version, position, content };
};
const bookOf = (...references: PlacedReference[]) => {
  const book = new ReferenceBook();
  for (const reference of references) book.enter(reference);
  return book;
};
const shortOf = (references: readonly { id: string; version: number }[]) =>
  references.map(({ id, version }) => `${id} ${version}`);

describe('the book of references', () => {
  const book = bookOf(
    area('SOLO', 1, ['33.72', '33.11'], 1),
    area('WONOGIRI', 1, ['33.12'], 2),
    area('SOLO', 2, ['33.72'], 3),
    area('KOTA', 1, ['33.72'], 4),
  );

  it('has all versions of an id, oldest first', () => {
    expect(shortOf(book.versions('area', 'SOLO'))).toEqual(['SOLO 1', 'SOLO 2']);
    expect(book.versions('area', 'SOLO').at(-1)).toMatchObject({ name: 'Cabang SOLO', position: 3 });
    expect(book.versions('target', 'SOLO')).toEqual([]);
  });

  it('finds the latest versions by exactly their regions', () => {
    expect(shortOf(book.latestOf('area', ['33.72']))).toEqual(['SOLO 2', 'KOTA 1']);
    expect(shortOf(book.latestOf('area', ['33.12', '33.12', '33']))).toEqual(['WONOGIRI 1']);
    expect(book.latestOf('area', ['33.11,33.72'])).toEqual([]);
    expect(book.latestOf('denominator', ['33.72'])).toEqual([]);
  });

  it('is not changed by what it has already', () => {
    const again = bookOf(
      area('SOLO', 1, ['33.72'], 1),
      area('SOLO', 2, ['33'], 2),
      area('SOLO', 1, ['33.72'], 1),
    );
    expect(shortOf(again.versions('area', 'SOLO'))).toEqual(['SOLO 1', 'SOLO 2']);
    expect(again.latestOf('area', ['33.72'])).toEqual([]);
  });
});
