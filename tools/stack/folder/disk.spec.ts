import { describe, expect, it } from '@jest/globals';
import { CannotStart, sentenceOf } from '../cannot-start.js';
import { NEEDED_MIB, roomRefusal } from './disk.js';

describe('room on the disk', () => {
  it('is enough at the limit and too little below', () => {
    expect(roomRefusal('/data', NEEDED_MIB, NEEDED_MIB)).toBeNull();
    const refusal = roomRefusal('/data', NEEDED_MIB - 1, NEEDED_MIB);
    expect(refusal).toContain(
      `Only ${NEEDED_MIB - 1} MiB are free for /data, and ${NEEDED_MIB} MiB are needed`,
    );
  });
});

describe('what is printed for an error', () => {
  it('is the sentence alone where there is one', () => {
    expect(sentenceOf(new CannotStart('No Java.'))).toBe('No Java.');
  });

  it('is a sentence for a full disk', () => {
    expect(sentenceOf(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toContain('The disk is full');
  });

  it('is the whole trace for a bug', () => {
    expect(sentenceOf(new TypeError('x is not a function'))).toMatch(
      /TypeError: x is not a function\n\s+at /,
    );
  });
});
