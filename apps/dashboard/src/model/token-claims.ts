import { COUNTRY, liesIn, SOLO } from './regions.js';

/** What a token says of its bearer. Only to choose what to show: what may be seen and done is decided by the service. */
export interface TokenClaims {
  /** None stated means all. */
  readonly regions: readonly string[];
  readonly roles: readonly string[];
}

const decoded = (token: string): unknown => {
  const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
  try {
    return JSON.parse(atob(payload));
  } catch {
    return null;
  }
};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** The claims of a token; those of the public where there is none, or where it cannot be read. */
export const claimsOf = (token: string | null): TokenClaims => {
  const { regions, roles } = ((token && decoded(token)) ?? {}) as { regions?: unknown; roles?: unknown };
  const stated = texts(regions);
  return { regions: stated.length === 0 ? [COUNTRY] : stated, roles: texts(roles) };
};

/** Where the page opens: in Solo, or in the token's first region where Solo is not among them. */
export const openingRegion = (regions: readonly string[]): string =>
  liesIn(SOLO, regions) ? SOLO : (regions[0] ?? COUNTRY);
