import { describe, expect, it } from '@jest/globals';
import { swapped } from './wrap-publishing.js';

const message = (subject: string, sequence: number) => ({
  key: 'anybody',
  value: null,
  headers: { ce_subject: subject, ce_sequence: String(sequence) },
});

describe('two of one subject in each other’s place', () => {
  it('are the first two that follow each other', () => {
    const [a1, b1, a2, b2] = [message('a', 1), message('b', 1), message('a', 2), message('b', 2)];
    expect(swapped([a1, b1, a2, b2])).toEqual([a2, b1, a1, b2]);
  });

  it('are not found where each subject comes once', () => {
    expect(swapped([message('a', 1), message('b', 1)])).toBeNull();
    expect(swapped([])).toBeNull();
  });
});
