const SHOWN_MAX = 20;

type Figures = Readonly<Record<string, string>>;

/** Messages that came before their time are set aside in the one run and not in the other, and settled in the end. */
const OUT_OF_ORDER = /^parked by \w+: sequence-gap$/;

/**
 * Which figures differ, as lines; the first twenty and how many more there are.
 * @param isSwapped in the one run events came before their time on purpose
 */
export const differencesOf = (one: Figures, other: Figures, isSwapped = false): readonly string[] => {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const all = names
    .filter((name) => one[name] !== other[name] && !(isSwapped && OUT_OF_ORDER.test(name)))
    .map((name) => `${name}: ${one[name] ?? 'nothing'} when disturbed, ${other[name] ?? 'nothing'} when not`);
  const more = all.length - SHOWN_MAX;
  return [...all.slice(0, SHOWN_MAX), ...(more > 0 ? [`and ${more} more`] : [])];
};
