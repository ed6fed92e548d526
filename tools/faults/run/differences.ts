const SHOWN_MAX = 20;

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const differ = function* (one: unknown, other: unknown, path: string): Generator<string> {
  if (isBranch(one) && isBranch(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
      yield* differ(one[name], other[name], `${path}/${name}`);
  } else if (!Object.is(one, other)) yield `${path}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`;
};

/** Where two trees of plain values differ, as lines; the first twenty and how many more there are. */
export const differencesOf = (one: object, other: object): readonly string[] => {
  const all = [...differ(one, other, '')];
  const more = all.length - SHOWN_MAX;
  return [...all.slice(0, SHOWN_MAX), ...(more > 0 ? [`and ${more} more`] : [])];
};
