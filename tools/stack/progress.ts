const SLOW_MS = 2_000;
const FIRST_REMINDER_MS = 10_000;

/** Says what happens, one line at a time. */
export type Say = (line: string) => void;

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

/** Calls back after ten seconds, then after twenty more, forty more …, until it is told to stop. */
const reminding = (remind: () => void): (() => void) => {
  let timer: NodeJS.Timeout;
  const next = (waitMs: number) => {
    timer = setTimeout(() => {
      remind();
      next(waitMs * 2);
    }, waitMs);
  };
  next(FIRST_REMINDER_MS);
  return () => clearTimeout(timer);
};

/** Does one named step: says that it begins, that it still goes on, and how long it took if that was long. */
export const step = async <T>(say: Say, name: string, work: () => Promise<T>): Promise<T> => {
  const begun = performance.now();
  const elapsed = () => seconds(performance.now() - begun);
  say(name);
  const stopReminding = reminding(() => say(`${name}: ${elapsed()} so far`));
  try {
    const result = await work();
    if (performance.now() - begun > SLOW_MS) say(`${name}: done in ${elapsed()}`);
    return result;
  } finally {
    stopReminding();
  }
};
