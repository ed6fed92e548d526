import type { Reason } from '#libs/kernel';

/** Deeper nesting than this is an attack, not a request. */
const DEPTH_MAX = 64;

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

/**
 * What makes a parsed JSON value unfit to be taken in, whatever its schema: nesting over 64 deep, a field that reaches
 * for a prototype, a text that no database stores, a number beyond all range. `null` when nothing does.
 */
export const flawOf = (value: unknown): Reason | null => {
  const top = flawOfScalar(value);
  if (top) return top;
  const waiting: Nested[] = [[value, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [container, depth] = next;
    if (typeof container !== 'object' || container === null) continue;
    if (depth > DEPTH_MAX) return 'too-deep';
    for (const [key, inner] of Object.entries(container)) {
      const flaw = flawOfEntry(key, inner);
      if (flaw) return flaw;
      if (typeof inner === 'object') waiting.push([inner, depth + 1]);
    }
  }
  return null;
};
