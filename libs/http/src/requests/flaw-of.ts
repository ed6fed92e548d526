import type { Reason } from '#libs/kernel';

/** Deeper nesting than this is an attack, not a request. */
const DEPTH_MAX = 64;

/** How many parts a body may have. */
export interface PartsMax {
  /** Altogether, whatever holds them. */
  readonly values: number;
  /** In one list. */
  readonly items: number;
  /** In one object. */
  readonly members: number;
}

/**
 * More than these no request of ours has: the longest list is the 10,000 lines of a payment. What checks a request by its
 * class takes some hundredths of a millisecond for each value, so a body within its bytes could hold a process for long.
 */
const USUAL: PartsMax = { values: 100_000, items: 20_000, members: 1_000 };

type Nested = readonly [value: unknown, depth: number];

/** PostgreSQL stores neither NUL nor half a surrogate pair in a text. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Fields that reach for a prototype; no request of ours has one. */
export const FORBIDDEN_FIELDS: readonly string[] = ['__proto__', 'constructor'];

const flawOfName = (name: string): Reason | null => {
  if (FORBIDDEN_FIELDS.includes(name)) return 'forbidden-field';
  return isStorable(name) ? null : 'malformed';
};

const flawOfScalar = (value: unknown): Reason | null => {
  if (typeof value === 'string') return isStorable(value) ? null : 'malformed';
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'malformed';
  return null;
};

const firstFlaw = <T>(all: readonly T[], flawOfOne: (one: T) => Reason | null): Reason | null => {
  for (const one of all) {
    const flaw = flawOfOne(one);
    if (flaw) return flaw;
  }
  return null;
};

/** A list may be long: its numbers are not made into names. */
const namesIn = (container: object): readonly string[] =>
  Array.isArray(container) ? [] : Object.keys(container);

const isCrowded = (container: object, count: number, max: PartsMax): boolean =>
  count > (Array.isArray(container) ? max.items : max.members);

/**
 * What makes a parsed JSON value unfit to be taken in, whatever its schema: nesting over 64 deep, a field that reaches
 * for a prototype, a text that no database stores, a number beyond all range, more parts than any request has. `null`
 * when nothing does.
 */
export const flawOf = (value: unknown, max = USUAL): Reason | null => {
  const top = flawOfScalar(value);
  if (top) return top;
  let values = 0;
  const waiting: Nested[] = [[value, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [container, depth] = next;
    if (typeof container !== 'object' || container === null) continue;
    if (depth > DEPTH_MAX) return 'too-deep';
    const inside = Object.values(container) as unknown[];
    values += inside.length;
    if (values > max.values || isCrowded(container, inside.length, max)) return 'too-large';
    const flaw = firstFlaw(namesIn(container), flawOfName) ?? firstFlaw(inside, flawOfScalar);
    if (flaw) return flaw;
    for (const inner of inside) if (typeof inner === 'object') waiting.push([inner, depth + 1]);
  }
  return null;
};
