import { describe, expect, it } from '@jest/globals';
import { claimsOf, openingRegion } from './token-claims.js';

const tokenWith = (claims: unknown): string =>
  `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('the regions of a token', () => {
  it.each([
    ['no token', null],
    ['none stated', tokenWith({ sub: 'a' })],
    ['an empty list', tokenWith({ regions: [] })],
    ['no list', tokenWith({ regions: '33' })],
    ['no claims', tokenWith(null)],
    ['nothing readable', 'not-a-token'],
  ])('are all with %s', (_what, token) => expect(claimsOf(token).regions).toEqual(['ID']));

  it('are those stated', () =>
    expect(claimsOf(tokenWith({ regions: ['33.13', '33.14'] })).regions).toEqual(['33.13', '33.14']));
});

it('the roles of a token are those stated, and none without it', () => {
  expect(claimsOf(tokenWith({ roles: ['analyst', 7] })).roles).toEqual(['analyst']);
  expect(claimsOf(null).roles).toEqual([]);
});

describe('the page opens', () => {
  it('in Solo, where the token reaches it', () => {
    expect(openingRegion(['ID'])).toBe('33.72');
    expect(openingRegion(['34', '33'])).toBe('33.72');
    expect(openingRegion(['33.72'])).toBe('33.72');
  });
  it('in the first region where it does not', () => {
    expect(openingRegion(['33.72.05'])).toBe('33.72.05');
    expect(openingRegion(['34', '35'])).toBe('34');
  });
});
