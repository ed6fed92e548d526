import { describe, expect, it } from '@jest/globals';
import { releaseStartUpMemory } from './release-start-up-memory.js';

describe('memory of the start', () => {
  it('is given back when nobody uses it any more, and only then', async () => {
    const used = new WeakRef({ is: 'used' });
    const kept = used.deref();
    const unused = new WeakRef({ is: 'unused' });
    await new Promise(setImmediate); // until then what was just made is kept
    releaseStartUpMemory();
    expect(unused.deref()).toBeUndefined();
    expect(used.deref()).toBe(kept);
  });
});
