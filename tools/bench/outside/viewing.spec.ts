import { describe, expect, it } from '@jest/globals';
import { latenciesOf } from './viewing.js';

describe('how long until a figure shows a payment', () => {
  it('is from its sending to the first figure that is high enough', () => {
    const glances = [
      { persons: 0, atMs: 90 },
      { persons: 1, atMs: 150 },
      { persons: 3, atMs: 400 },
    ];
    expect(latenciesOf([100, 200, 350], glances)).toEqual({ latenciesMs: [50, 200, 50], unseen: 0 });
  });

  it('does not forget what was never shown', () => {
    expect(latenciesOf([100, 200, 350], [{ persons: 2, atMs: 300 }])).toEqual({
      latenciesMs: [200, 100],
      unseen: 1,
    });
  });

  it('does not count a figure twice that is shown again', () => {
    const glances = [
      { persons: 1, atMs: 110 },
      { persons: 1, atMs: 500 },
    ];
    expect(latenciesOf([100], glances).latenciesMs).toEqual([10]);
  });
});
