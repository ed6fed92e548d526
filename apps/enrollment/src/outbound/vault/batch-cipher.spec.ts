import { describe, expect, it } from '@jest/globals';
import { BatchCipher } from './batch-cipher.js';

const secret = Buffer.from('a secret of the tests, 32 bytes and more');
const cipher = new BatchCipher(secret);
const rows = JSON.stringify(Array(100).fill('{"nik":"3372055708900001","fullName":"Sri Rahayu – पाठ"}'));

describe('rows that wait', () => {
  it('are read again as they were', () =>
    expect(cipher.open(cipher.seal(rows, 'b-1/0'), 'b-1/0')).toBe(rows));

  it('show nothing, and take less room', () => {
    const sealed = cipher.seal(rows, 'b-1/0');
    expect(sealed.includes('3372055708900001')).toBe(false);
    expect(sealed.length).toBeLessThan(rows.length / 4);
    expect(cipher.seal(rows, 'b-1/0').equals(sealed)).toBe(false);
  });

  it('open in no other place, under no other secret, and not when they were touched', () => {
    const sealed = cipher.seal(rows, 'b-1/0');
    expect(() => cipher.open(sealed, 'b-1/1')).toThrow('unable to authenticate');
    expect(() =>
      new BatchCipher(Buffer.from('another secret, 32 bytes and more')).open(sealed, 'b-1/0'),
    ).toThrow('unable to authenticate');
    sealed[20]! ^= 1;
    expect(() => cipher.open(sealed, 'b-1/0')).toThrow('unable to authenticate');
  });

  it('open under the secret before, too, while it is being changed', () => {
    const next = Buffer.from('the next secret, 32 bytes and more');
    expect(new BatchCipher(next, secret).open(cipher.seal(rows, 'b-1/0'), 'b-1/0')).toBe(rows);
    expect(() => cipher.open(new BatchCipher(next, secret).seal(rows, 'b-1/0'), 'b-1/0')).toThrow(
      'unable to authenticate',
    );
  });
});
