const NANOSECONDS_PER_MS = 1e6;

/** Milliseconds of the machine's monotonic clock: one and the same for all of its processes. */
export const nowMs = (): number => Number(process.hrtime.bigint()) / NANOSECONDS_PER_MS;
