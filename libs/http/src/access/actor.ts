/** What a token may let its bearer do. */
export const ROLES = [
  'channel',
  'gateway',
  'officer',
  'adjuster',
  'analyst',
  'planner',
  'operator',
  'privacy-officer',
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, as the token says. */
export interface Actor {
  /** The token's `sub`. */
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Region codes whose people, and those below, the actor sees; null is all regions, an empty list none. */
  readonly regions: readonly string[] | null;
  /** The channel code whose sign-ups the actor sends. */
  readonly channel: string | null;
  /** The gateway whose payments the actor sends. */
  readonly gateway: string | null;
}

/** The code that stands for the whole country, above all others. */
export const COUNTRY = 'ID';

/** Whether a region is the other one or lies in it. Codes nest at their dots: `33.72.05` lies in `33.72`, `33.720` does not. */
export const liesIn = (region: string, within: string): boolean =>
  within === COUNTRY || region === within || region.startsWith(`${within}.`);

/** Whether the actor may see what concerns the region. A region that is not known is for those who see all. */
export const reaches = ({ regions }: Pick<Actor, 'regions'>, region: string | null): boolean =>
  regions === null || regions.some((own) => own === COUNTRY || (region !== null && liesIn(region, own)));
