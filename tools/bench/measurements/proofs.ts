import type { Digest, Proof } from '../report/results.js';

const countOnly = (count: number): Digest => ({ count, sum: 0, hash: '' });

/** A proof by number alone. */
export const counted = (what: string, expected: number, found: number): Proof => ({
  what,
  expected: countOnly(expected),
  found: countOnly(found),
});

/** A proof by a value that must be the same. */
export const same = (what: string, expected: Digest, found: Digest): Proof => ({ what, expected, found });
