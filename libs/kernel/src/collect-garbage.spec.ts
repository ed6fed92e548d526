import { describe, expect, it } from '@jest/globals';
import { collectGarbage } from './collect-garbage.js';

describe('memory', () => {
  it('is given back when nobody uses it any more, and only then', async () => {
    const used = new WeakRef({ is: 'used' });
    const kept = used.deref();
    const unused = new WeakRef({ is: 'unused' });
    await new Promise(setImmediate); // until then what was just made is kept
    collectGarbage();
    expect(unused.deref()).toBeUndefined();
    expect(used.deref()).toBe(kept);
  });
});
