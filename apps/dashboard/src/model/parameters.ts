const DAY = /^\d{4}-\d\d-\d\d$/;

/** How a part of a place is written in an address; null is left out. */
export interface Parameter<Value> {
  readonly name: string;
  readonly read: (text: string, usual: Value) => Value;
  readonly write: (value: Value) => string | null;
}

/** One of a few words. */
export const one = <Value extends string>(name: string, values: readonly Value[]): Parameter<Value> => ({
  name,
  read: (text, usual) => values.find((value) => value === text) ?? usual,
  write: (value) => value,
});

/** One of a few words, or none. */
export const oneOrNone = <Value extends string>(
  name: string,
  values: readonly Value[],
): Parameter<Value | null> => ({
  name,
  read: (text, usual) => values.find((value) => value === text) ?? usual,
  write: (value) => value,
});

/** A day; null is the usual one. */
export const day = (name: string): Parameter<string | null> => ({
  name,
  read: (text, usual) => (DAY.test(text) ? text : usual),
  write: (value) => value,
});

/** A number between two, both included; null for anything else. */
export const numberWithin = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  return text !== '' && value >= least && value <= most ? value : null;
};

/** A whole number between two, both included. */
export const count = (name: string, [least, most]: readonly [number, number]): Parameter<number> => ({
  name,
  read: (text, usual) => {
    const value = numberWithin(least, most)(text);
    return value !== null && Number.isInteger(value) ? value : usual;
  },
  write: String,
});

/** Any text, such as a code; null is none. */
export const text = (name: string): Parameter<string | null> => ({
  name,
  read: (written) => written,
  write: (value) => value,
});

/** Parameters in the order given, without those that are null; commas and colons stay readable. */
export const parametersOf = (parameters: Readonly<Record<string, string | null>>): string =>
  Object.entries(parameters)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':');
