import { describe, expect, it } from '@jest/globals';
import { Pace } from './pace.js';

const signal = new AbortController().signal;

describe('a pace', () => {
  it('holds up what would go too fast', async () => {
    const pace = new Pace(1_000);
    const began = performance.now();
    for (let read = 0; read < 300; read += 100) await pace.after(100, signal);
    expect(performance.now() - began).toBeGreaterThanOrEqual(295);
    expect(pace.perSecond).toBeLessThanOrEqual(1_020);
  });

  it('holds up nothing where there is no limit', async () => {
    const pace = new Pace(null);
    const began = performance.now();
    await pace.after(1_000_000, signal);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
