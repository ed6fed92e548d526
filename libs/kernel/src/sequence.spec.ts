import { describe, expect, it } from '@jest/globals';
import { leavesGap } from './sequence.js';

describe('an event in the stream of its subject', () => {
  it('follows the one below it', () => {
    expect(leavesGap({ sequence: 3 }, 2)).toBe(false);
    expect(leavesGap({ sequence: 3 }, 1)).toBe(true);
  });
  it('follows an earlier one where those between were passed over', () => {
    expect(leavesGap({ sequence: 5, follows: 2 }, 2)).toBe(false);
    expect(leavesGap({ sequence: 5, follows: 2 }, 1)).toBe(true);
  });
});
