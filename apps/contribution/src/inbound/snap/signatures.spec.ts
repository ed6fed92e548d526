import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { minified } from './minified.js';
import { isSignedWith, stringToSign } from './signatures.js';
import { isTokenRequestSignedBy } from './token-signature.js';

/** Made with openssl on the command line: see `make-vectors.sh` there. */
const VECTORS = new URL('../../../test/snap/vectors/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, VECTORS));
const vectors = JSON.parse(read('vectors.json').toString()) as {
  clientId: string;
  timestamp: string;
  clientSecret: string;
  accessToken: string;
  url: string;
  tokenSignature: { base64: string; hex: string };
  payment: { base64: string; hex: string };
  empty: { base64: string; hex: string };
};
const { clientId, timestamp, clientSecret, accessToken, url } = vectors;
const OTHER = 'another secret of 32 characters and more';
const publicKey = read('public.pem').toString();
const payment = { method: 'POST', url, accessToken, timestamp, body: read('payment.txt') };

describe('the symmetric signature', () => {
  it.each(['hex', 'base64'] as const)('is the one that openssl makes, in %s', (encoding) => {
    expect(isSignedWith([clientSecret], payment, vectors.payment[encoding], encoding)).toBe(true);
    const minifiedBody = { ...payment, body: read('payment.minified.txt') };
    expect(isSignedWith([clientSecret], minifiedBody, vectors.payment[encoding], encoding)).toBe(true);
    const empty = { ...payment, body: new Uint8Array() };
    expect(isSignedWith([clientSecret], empty, vectors.empty[encoding], encoding)).toBe(true);
  });

  it('may be in capital hex', () =>
    expect(isSignedWith([clientSecret], payment, vectors.payment.hex.toUpperCase(), 'hex')).toBe(true));

  it('is good with either of two secrets, and with no third one', () => {
    const isGood = (...secrets: string[]) => isSignedWith(secrets, payment, vectors.payment.hex, 'hex');
    expect([isGood(OTHER, clientSecret), isGood(clientSecret, OTHER), isGood(OTHER)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['method', { method: 'PUT' }],
    ['path', { url: '/v1.0/transfer-va/inquiry' }],
    ['query', { url: `${url}?x=1` }],
    ['token', { accessToken: `${accessToken}x` }],
    ['timestamp', { timestamp: '2024-12-17T09:30:01+07:00' }],
    ['timestamp, written otherwise', { timestamp: '2024-12-17T02:30:00Z' }],
    ['amount', { body: Buffer.from(payment.body.toString().replace('16800.00', '16801.00')) }],
    ['leading space', { body: Buffer.from(payment.body.toString().replace('"   88888"', '"88888"')) }],
    [
      'space within a text',
      { body: Buffer.from(payment.body.toString().replace('two spaces', 'twospaces')) },
    ],
    ['spelling of a letter', { body: Buffer.from(payment.body.toString().replace('\\u00e9', 'é')) }],
  ])('is not good for another %s', (_what, changed) =>
    expect(isSignedWith([clientSecret], { ...payment, ...changed }, vectors.payment.hex, 'hex')).toBe(false),
  );

  it.each([
    ['hex', vectors.payment.base64],
    ['base64', vectors.payment.hex],
    ['hex', ''],
    ['hex', vectors.payment.hex.slice(0, -2)],
    ['hex', `${vectors.payment.hex.slice(0, -1)}g`],
    ['base64', `${vectors.payment.base64}!`],
  ] as const)('is not good when it is not written as agreed: %s, %s', (encoding, signature) =>
    expect(isSignedWith([clientSecret], payment, signature, encoding)).toBe(false),
  );

  it('is taken over method, path, token, the hash of the body in small letters, and the timestamp', () => {
    const parts = stringToSign({
      ...payment,
      url: '/p',
      accessToken: 't',
      body: new Uint8Array(),
      timestamp: 'T',
    });
    expect(parts).toBe('POST:/p:t:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855:T');
  });
});

describe('the signature of a request for a token', () => {
  const asked = { clientId, timestamp };
  it.each(['hex', 'base64'] as const)('is the one that openssl makes, in %s', (encoding) =>
    expect(isTokenRequestSignedBy([publicKey], asked, vectors.tokenSignature[encoding], encoding)).toBe(true),
  );

  it.each([
    ['client', { clientId: 'dc4a-bank-jateng2' }],
    ['time', { timestamp: '2024-12-17T09:30:01+07:00' }],
  ])('is not good for another %s', (_what, changed) =>
    expect(
      isTokenRequestSignedBy([publicKey], { ...asked, ...changed }, vectors.tokenSignature.hex, 'hex'),
    ).toBe(false),
  );
});

describe('a minified body', () => {
  it.each([
    ['{ "a" : [ 1 , 2 ] }', '{"a":[1,2]}'],
    ['{"a":" b  c "}', '{"a":" b  c "}'],
    ['{"a":"\\" , \\\\" , "b":1}', '{"a":"\\" , \\\\","b":1}'],
    ['{"a":16800.00,\r\n\t"b":1e2}', '{"a":16800.00,"b":1e2}'],
    ['', ''],
  ])('of %j is %j', (json, expected) => expect(minified(json)).toBe(expected));
});
