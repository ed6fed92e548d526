import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { IdIndex } from './id-index.js';

describe('the index of ids', () => {
  it('finds each of many again, and none that was not put in', () => {
    const ids = Array.from({ length: 20_000 }, () => randomUUID());
    const index = new IdIndex(ids.length);
    ids.forEach((id, n) => index.set(id, n));
    expect(ids.map((id) => index.get(id))).toEqual(ids.map((_, n) => n));
    expect(index.get(randomUUID())).toBeNull();
  });

  it('takes the input that was named last', () => {
    const index = new IdIndex(1);
    const id = randomUUID();
    index.set(id, 0);
    index.set(id, 7);
    expect(index.get(id)).toBe(7);
  });
});
