import { beforeEach, describe, expect, it } from '@jest/globals';
import { forgetToken, takeToken } from './token.js';

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

const opened = (hash: string) => {
  const addresses: string[] = [];
  const location = { hash, pathname: '/', search: '?region=33.72' };
  const history = {
    state: null,
    replaceState: (_state: unknown, _unused: string, url: string) => void addresses.push(url),
  };
  return { places: { location, history: history as unknown as History, storage }, addresses };
};

describe('the token', () => {
  beforeEach(() => kept.clear());

  it('is taken from the fragment, kept, and removed from the address', () => {
    const { places, addresses } = opened('#token=a.b.c');
    expect(takeToken(places)).toBe('a.b.c');
    expect(addresses).toEqual(['/?region=33.72']);
    expect(takeToken(opened('').places)).toBe('a.b.c');
  });

  it('is replaced by a newer one', () => {
    takeToken(opened('#token=old').places);
    expect(takeToken(opened('#token=new').places)).toBe('new');
  });

  it('leaves other fragments alone', () => {
    const { places, addresses } = opened('#place');
    expect(takeToken(places)).toBeNull();
    expect(addresses).toEqual([]);
  });

  it('is forgotten', () => {
    takeToken(opened('#token=a').places);
    forgetToken({ storage });
    expect(takeToken(opened('').places)).toBeNull();
  });
});
