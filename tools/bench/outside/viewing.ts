/** What a viewer watches. */
export interface Viewing {
  /** Addresses of streams of server-sent events. */
  readonly streams: readonly string[];
  readonly token: string;
}

/** A figure as a viewer was shown it; the instant in ms of the machine's clock. */
export interface Glance {
  readonly region: string;
  readonly persons: number;
  readonly atMs: number;
}

/** How many have been seen, and how long each took from when it was sent; those never seen are left out. */
export interface Seen {
  readonly latenciesMs: readonly number[];
  readonly unseen: number;
}

/**
 * How long it took until a region's figure showed each payment: with the k-th payment sent for the region it is at
 * least k. Both lists in order of time. Where few are under way at a time for one region, as in a village, no payment is
 * taken for another one.
 */
export const latenciesOf = (sentMs: readonly number[], glances: readonly Omit<Glance, 'region'>[]): Seen => {
  const latenciesMs: number[] = [];
  let next = 0;
  for (const { persons, atMs } of glances)
    for (; next < persons && next < sentMs.length; next += 1) latenciesMs.push(atMs - sentMs[next]!);
  return { latenciesMs, unseen: sentMs.length - next };
};
