import { describe, expect, it } from '@jest/globals';
import { Digester } from './digester.js';

const digestOf = (...texts: string[]) => {
  const digester = new Digester();
  for (const text of texts) digester.add(text, text.length);
  return digester.digest;
};

describe('a digest of many texts', () => {
  it('does not depend on their order', () => {
    expect(digestOf('one', 'two', 'three')).toEqual(digestOf('three', 'one', 'two'));
  });

  it.each([
    ['one fewer', ['one', 'two']],
    ['one twice', ['one', 'two', 'three', 'three']],
    ['two twice', ['one', 'two', 'three', 'three', 'three']],
    ['another one', ['one', 'two', 'thrae']],
  ])('shows %s', (_what, texts) => {
    expect(digestOf(...texts).hash).not.toBe(digestOf('one', 'two', 'three').hash);
  });

  it('counts and adds up', () => {
    expect(digestOf('one', 'three')).toMatchObject({ count: 2, sum: 8 });
    expect(digestOf()).toEqual({ count: 0, sum: 0, hash: '0000000000000000' });
  });
});
