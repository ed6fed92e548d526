const SLOW_MS = 2_000;
const REMINDER_MS = 10_000;

/** Says what happens, one line at a time. */
export type Say = (line: string) => void;

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

/** Does one named step: says that it begins, that it still goes on, and how long it took if that was long. */
export const step = async <T>(say: Say, name: string, work: () => Promise<T>): Promise<T> => {
  const begun = performance.now();
  const elapsed = () => seconds(performance.now() - begun);
  say(name);
  const reminder = setInterval(() => say(`${name}: ${elapsed()} so far`), REMINDER_MS);
  try {
    const result = await work();
    if (performance.now() - begun > SLOW_MS) say(`${name}: done in ${elapsed()}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
};
