import { describe, expect, it } from '@jest/globals';
import { signUpSubmitted } from '#libs/contracts';
import { Pseudonyms } from './pseudonyms.js';

const pseudonyms = new Pseudonyms(Buffer.from('key'));

describe('the token of a NIK', () => {
  it('is the HMAC-SHA-256 that everybody computes, as base64url', () =>
    expect(pseudonyms.nikToken('The quick brown fox jumps over the lazy dog')).toBe(
      Buffer.from('f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8', 'hex').toString(
        'base64url',
      ),
    ));

  it('has 43 characters and depends on the key', () => {
    const token = pseudonyms.nikToken('3372051708900001');
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(new Pseudonyms(Buffer.from('yek')).nikToken('3372051708900001')).not.toBe(token);
  });
});

describe('the hash of a content', () => {
  const form = signUpSubmitted.example;
  it('is the same for the same content alone', () => {
    expect(pseudonyms.contentHash({ ...form, submittedAt: '2024-12-17T02:30:00Z' })).toBe(
      pseudonyms.contentHash(form),
    );
    expect(pseudonyms.contentHash({ ...form, residence: null })).not.toBe(pseudonyms.contentHash(form));
  });
  it('is worth nothing without the key', () =>
    expect(new Pseudonyms(Buffer.from('yek')).contentHash(form)).not.toBe(pseudonyms.contentHash(form)));
});
