import { describe, expect, it } from '@jest/globals';
import { flowsOf } from './flow.js';

const topic = (position: number, end: number, stillMs = 0) => ({
  topic: 'claims.claims.v1',
  position,
  end,
  lag: end - position,
  stillMs,
});

describe('the flow through a topic', () => {
  it('is what was written and what was read a second, between two looks', () =>
    expect(
      flowsOf({ atMs: 6_000, topics: [topic(120, 150)] }, { atMs: 1_000, topics: [topic(20, 100)] }),
    ).toEqual([
      {
        topic: 'claims.claims.v1',
        writer: 'claims',
        writtenPerSecond: 10,
        readPerSecond: 20,
        position: 120,
        end: 150,
        lag: 30,
        stillMs: 0,
      },
    ]));

  it('is nought where nothing moves, and says for how long', () =>
    expect(
      flowsOf({ atMs: 6_000, topics: [topic(20, 100, 7_000)] }, { atMs: 1_000, topics: [topic(20, 100)] }),
    ).toMatchObject([{ writtenPerSecond: 0, readPerSecond: 0, lag: 80, stillMs: 7_000 }]));

  it('is not known after one look, or two at one instant, or of a topic that was not there before', () => {
    const unknown = [{ writtenPerSecond: null, readPerSecond: null, lag: 80 }];
    const now = { atMs: 6_000, topics: [topic(20, 100)] };
    expect(flowsOf(now, null)).toMatchObject(unknown);
    expect(flowsOf(now, now)).toMatchObject(unknown);
    expect(flowsOf(now, { atMs: 1_000, topics: [] })).toMatchObject(unknown);
  });
});
