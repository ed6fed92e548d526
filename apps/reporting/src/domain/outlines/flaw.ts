import type { Reason } from '#libs/kernel';

/** What is wrong with a part of a file, and where: names and numbers from the part that was looked at down to it. */
export class Flaw {
  constructor(
    readonly reason: Reason,
    readonly path: readonly (string | number)[] = [],
  ) {}

  /** The same, seen from the part that holds this one under a name or number. */
  under(step: string | number): Flaw {
    return new Flaw(this.reason, [step, ...this.path]);
  }
}

/** Reads a part of a file: what it says, or the first thing that is wrong with it. */
export type Read<T> = (value: unknown) => T | Flaw;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what an object holds under a name. */
export const member = <T>(value: unknown, name: string, read: Read<T>): T | Flaw => {
  if (!isObject(value)) return new Flaw('malformed');
  if (value[name] === undefined) return new Flaw('missing', [name]);
  const found = read(value[name]);
  return found instanceof Flaw ? found.under(name) : found;
};

const readAll = <T>(parts: Iterable<readonly [string | number, unknown]>, read: Read<T>): T[] | Flaw => {
  const all: T[] = [];
  for (const [step, part] of parts) {
    const found = read(part);
    if (found instanceof Flaw) return found.under(step);
    all.push(found);
  }
  return all;
};

/** Reads each part of a list, at least so many. */
export const listOf =
  <T>(read: Read<T>, min = 0): Read<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return new Flaw('malformed');
    return value.length < min ? new Flaw('missing', [value.length]) : readAll(value.entries(), read);
  };

/** Reads whatever an object holds. */
export const membersOf =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value) =>
    isObject(value) ? readAll(Object.entries(value), read) : new Flaw('malformed');

/** Reads the one thing that may stand there. */
export const exactly =
  <T>(expected: T): Read<T> =>
  (value) =>
    value === expected ? expected : new Flaw('malformed');
