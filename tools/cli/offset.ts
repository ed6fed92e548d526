/** An offset or a count of messages for programs: a number, or a text where a JSON number would not be exact. */
export const offset = (value: bigint): number | string =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
