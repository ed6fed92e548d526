import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keyTokenOf, ParkedCipher } from './parked-cipher.js';

const secretOf = (name: string) => Buffer.from(name.padEnd(32, '.'));
const [old, fresh, tokens] = [secretOf('old'), secretOf('fresh'), secretOf('tokens')];
const NIK = Buffer.from('3372051708900001');
const before = new ParkedCipher({ sealing: old, tokens });
const changing = new ParkedCipher({ sealing: fresh, sealingBefore: old, tokens });

describe('what is sealed', () => {
  it('is opened by who has the secret, also while it is being changed', () => {
    expect(before.open(before.seal(NIK))).toEqual(NIK);
    expect(changing.open(before.seal(NIK))).toEqual(NIK);
    expect(changing.open(changing.seal(NIK))).toEqual(NIK);
  });

  it('is opened by nobody else, and never looks the same twice', () => {
    expect(() => before.open(changing.seal(NIK))).toThrow('authenticate');
    expect(before.seal(NIK)).not.toEqual(before.seal(NIK));
    expect(before.seal(NIK).includes(NIK)).toBe(false);
  });
});

describe('the token of a key', () => {
  it('is the same for the same key, whichever secret the content is sealed under', () => {
    expect(changing.tokenOf(NIK)).toEqual(before.tokenOf(Buffer.from(NIK)));
    expect(before.tokenOf(Buffer.concat([NIK, NIK]))).not.toEqual(before.tokenOf(NIK));
    expect(before.tokenOf(Buffer.alloc(100_000))).toHaveLength(32);
  });

  it('is known to nobody without the secret: neither the key nor a digest of it', () => {
    const digest = createHash('sha256').update(NIK).digest();
    expect(before.tokenOf(NIK)).not.toEqual(digest);
    expect(before.tokenOf(NIK)).not.toEqual(new ParkedCipher({ sealing: old, tokens: old }).tokenOf(NIK));
  });

  it('is a digest where no key is a secret', () => {
    expect(keyTokenOf(NIK, null)).toEqual(createHash('sha256').update(NIK).digest());
    expect(keyTokenOf(NIK, before)).toEqual(before.tokenOf(NIK));
  });
});
