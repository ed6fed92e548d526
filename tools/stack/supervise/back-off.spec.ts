import { describe, expect, it } from '@jest/globals';
import { backOffMs } from './back-off.js';

describe('the wait before a process is started again', () => {
  it('doubles from half a second to ten seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(backOffMs)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  });
});
