import { COUNTRY, liesIn, SOLO } from './regions.js';

const decoded = (token: string): unknown => {
  const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
  try {
    return JSON.parse(atob(payload));
  } catch {
    return null;
  }
};

/**
 * The regions that a token is for; none stated means all. Only to choose what to show and which links to offer: what
 * may be seen is decided by the service.
 */
export const regionsOf = (token: string | null): readonly string[] => {
  if (token === null) return [COUNTRY];
  const { regions } = (decoded(token) ?? {}) as { regions?: unknown };
  const stated = Array.isArray(regions) ? regions.filter((code) => typeof code === 'string') : [];
  return stated.length === 0 ? [COUNTRY] : stated;
};

/** Where the page opens: in Solo, or in the token's first region where Solo is not among them. */
export const openingRegion = (regions: readonly string[]): string =>
  liesIn(SOLO, regions) ? SOLO : (regions[0] ?? COUNTRY);
