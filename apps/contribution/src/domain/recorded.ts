/** The later of two instants of recording (RFC 3339 in UTC, so that they compare as texts). */
export const later = (a: string, b: string): string => (a < b ? b : a);
