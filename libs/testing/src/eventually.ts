import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

/** Waits until the question is answered with something true, and gives that; fails with the last answer. */
export const eventually = async <T>(ask: () => T | Promise<T>, withinMs = 20_000): Promise<Truthy<T>> => {
  const until = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Truthy<T>;
    if (performance.now() > until)
      throw new Error(`not within ${withinMs} ms; last answer: ${String(answer)}`);
    await sleep(POLL_MS);
  }
};
