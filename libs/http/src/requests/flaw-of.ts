import type { Reason } from '#libs/kernel';

/** Deeper nesting than this is an attack, not a request. */
const DEPTH_MAX = 64;

/**
 * More than these no request of ours has: the longest list is the 10,000 lines of a payment. What checks a request by its
 * class takes some hundredths of a millisecond for each value, so a body within its bytes could hold a process for long.
 */
const VALUES_MAX = 100_000;
const ITEMS_MAX = 20_000;
const MEMBERS_MAX = 1_000;

type Nested = readonly [value: unknown, depth: number];

/** PostgreSQL stores neither NUL nor half a surrogate pair in a text. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Fields that reach for a prototype; no request of ours has one. */
export const FORBIDDEN_FIELDS: readonly string[] = ['__proto__', 'constructor'];

const flawOfEntry = (key: string, value: unknown): Reason | null => {
  if (FORBIDDEN_FIELDS.includes(key)) return 'forbidden-field';
  return isStorable(key) ? flawOfScalar(value) : 'malformed';
};

const flawOfScalar = (value: unknown): Reason | null => {
  if (typeof value === 'string') return isStorable(value) ? null : 'malformed';
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'malformed';
  return null;
};

const isCrowded = (container: object, count: number): boolean =>
  count > (Array.isArray(container) ? ITEMS_MAX : MEMBERS_MAX);

/**
 * What makes a parsed JSON value unfit to be taken in, whatever its schema: nesting over 64 deep, a field that reaches
 * for a prototype, a text that no database stores, a number beyond all range, more parts than any request has. `null`
 * when nothing does.
 */
export const flawOf = (value: unknown): Reason | null => {
  const top = flawOfScalar(value);
  if (top) return top;
  let values = 0;
  const waiting: Nested[] = [[value, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [container, depth] = next;
    if (typeof container !== 'object' || container === null) continue;
    if (depth > DEPTH_MAX) return 'too-deep';
    const entries = Object.entries(container);
    values += entries.length;
    if (values > VALUES_MAX || isCrowded(container, entries.length)) return 'too-large';
    for (const [key, inner] of entries) {
      const flaw = flawOfEntry(key, inner);
      if (flaw) return flaw;
      if (typeof inner === 'object') waiting.push([inner, depth + 1]);
    }
  }
  return null;
};
