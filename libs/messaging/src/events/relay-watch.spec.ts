import { describe, expect, it } from '@jest/globals';
import { heldUp } from './relay-watch.js';

const figures = { oldestUnsentMs: 0, unsentEvents: 0, stillMs: 0, oldestTransactionMs: 0, heldBy: null };

describe('a relay whose cursor stands still', () => {
  it('is held up when it has for over half a minute', () => {
    expect(heldUp({ ...figures, stillMs: 30_000 })).toBeNull();
    expect(heldUp({ ...figures, stillMs: 30_001 })).toBe(
      'the cursor has not moved for 30001 ms although there are events',
    );
  });

  it('names the database whose transaction holds it up', () =>
    expect(heldUp({ ...figures, stillMs: 40_000, oldestTransactionMs: 39_000, heldBy: 'claims' })).toBe(
      'database: a transaction in claims, open for 39000 ms, holds up all that were begun later',
    ));

  it('blames no transaction that is much younger', () =>
    expect(heldUp({ ...figures, stillMs: 40_000, oldestTransactionMs: 900, heldBy: 'claims' })).toMatch(
      /^the cursor has not moved/,
    ));
});
