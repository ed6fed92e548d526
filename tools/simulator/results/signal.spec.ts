import { describe, expect, it } from '@jest/globals';
import { NoAnswer, Signal } from './signal.js';

const what = () => 'rain';

describe('waiting for a signal', () => {
  it('ends when the condition holds', async () => {
    const signal = new Signal();
    let seen = 0;
    const waiting = signal.until(() => seen === 2, 1_000, what);
    for (let count = 1; count <= 2; count += 1) {
      seen = count;
      signal.changed();
      await Promise.resolve();
    }
    await expect(waiting).resolves.toBeUndefined();
  });

  it('has patience as long as something changes', async () => {
    const signal = new Signal();
    let done = false;
    const ticking = setInterval(() => signal.changed(), 20);
    setTimeout(() => (done = true), 150);
    await expect(signal.until(() => done, 60, what)).resolves.toBeUndefined();
    clearInterval(ticking);
  });

  it('gives up when nothing changes for long, and says what was waited for', async () => {
    const waiting = new Signal().until(() => false, 30, what);
    await expect(waiting).rejects.toThrow(NoAnswer);
    await expect(waiting).rejects.toThrow(/0.03 s while waiting for rain/);
  });

  it('ends with the failure of what it waits for', async () => {
    const signal = new Signal();
    const waiting = signal.until(() => false, 1_000, what);
    signal.fail(new Error('the reader is gone'));
    await expect(waiting).rejects.toThrow('the reader is gone');
  });
});
