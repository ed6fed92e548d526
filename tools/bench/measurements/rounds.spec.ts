import { describe, expect, it } from '@jest/globals';
import { inRounds, ratioOf } from './rounds.js';

describe('rounds', () => {
  it('take the two ways in turn, one and then the other first', async () => {
    const order: string[] = [];
    const way = (name: string) => async (round: number) => {
      order.push(`${name}${round}`);
      return round;
    };
    expect(await inRounds(3, way('ours'), way('naive'))).toEqual({ ours: [1, 2, 3], naive: [1, 2, 3] });
    expect(order).toEqual(['ours1', 'naive1', 'naive2', 'ours2', 'ours3', 'naive3']);
  });

  it('are compared by their medians', () => expect(ratioOf([10, 30, 1_000], [2, 3, 4])).toBe(10));
});
