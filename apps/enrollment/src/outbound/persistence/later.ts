/** The instant, but never before the other one: what is recorded of a subject never goes back in time. */
export const later = (instant: string, other: string | null): string =>
  other !== null && other > instant ? other : instant;
