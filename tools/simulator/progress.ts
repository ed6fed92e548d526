/** Says one line. */
export type Say = (line: string) => void;

const BAR_CELLS = 30;
/** A terminal sees the bar move; in a log, a line now and then is enough. */
const TERMINAL_EVERY_MS = 250;
const LOG_EVERY_MS = 5_000;

const number = (value: number) => value.toLocaleString('en-US');

/** `[#####-----] 50% …`. */
export const barOf = (done: number, all: number): string => {
  const share = all === 0 ? 1 : Math.min(1, done / all);
  const filled = Math.floor(share * BAR_CELLS);
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_CELLS - filled)}] ${Math.floor(share * 100)}%`;
};

export interface Shown {
  readonly done: number;
  readonly all: number;
  readonly text: string;
}

/** Shows how far something is until it is stopped: a moving bar on a terminal, lines elsewhere. */
export const showProgress = (
  look: () => Shown,
  out: NodeJS.WriteStream = process.stderr,
): { stop: () => void } => {
  const show = () => {
    const { done, all, text } = look();
    const line = `${barOf(done, all)} ${number(done)} of ${number(all)} ${text}`;
    out.write(out.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, out.isTTY ? TERMINAL_EVERY_MS : LOG_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      show();
      if (out.isTTY) out.write('\n');
    },
  };
};
