import { CannotStart, sentenceOf } from '../cannot-start.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_CHECK_MS = 500;

/** Something that goes on until it is ended. */
export interface Lasting {
  /** Begins it; what has begun stays when this resolves. */
  readonly work: () => Promise<void>;
  /** Ends what has begun, also in the middle of beginning. */
  readonly end: () => Promise<void>;
}

const asked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve());
    const parent = process.ppid;
    const startedByNpm = process.env['npm_lifecycle_event'] !== undefined;
    const check = () => {
      if (startedByNpm && process.ppid !== parent) resolve();
    };
    // It also keeps this process alive when nothing else does.
    setInterval(check, PARENT_CHECK_MS);
  });

const failed = (error: unknown): number => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  return 1;
};

/**
 * Runs something until this process is asked to end (Ctrl-C, a signal, or the end of the npm that started it) or it
 * fails or gives up, ends it in order, and exits. To be asked again meanwhile changes nothing.
 */
export const untilAsked = async (
  begin: (gaveUp: (sentence: string) => void) => Promise<Lasting>,
): Promise<never> => {
  // Whoever reads the output may be gone before the last lines are written.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const end = asked();
  const death = Promise.withResolvers<void>();
  let code = 0;
  try {
    const lasting = await begin((sentence) => death.reject(new CannotStart(sentence)));
    try {
      await Promise.race([end, death.promise, lasting.work().then(() => Promise.race([end, death.promise]))]);
    } catch (error) {
      code = failed(error);
    }
    await lasting.end();
  } catch (error) {
    code = failed(error);
  }
  process.exit(code);
};
