import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';

const TAIL_CHARACTERS = 4_000;
const LAST_LINES = 5;

/** Opens a log for a process to append to. */
export const reopenLog = (file: string): number => openSync(file, 'a');

/** Begins a log anew; the one of the run before is kept once, as `.1`. */
export const openLog = (file: string): number => {
  if (existsSync(file) && statSync(file).size > 0) renameSync(file, `${file}.1`);
  return reopenLog(file);
};

export const closeLog = closeSync;

/** The end of a log. */
export const tailOf = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').slice(-TAIL_CHARACTERS) : '';

/** The last lines of a log, for a message. */
export const lastLines = (file: string): string =>
  tailOf(file).trim().split('\n').slice(-LAST_LINES).join('\n');

/** The last line of a log that matches, without what stands before the match. */
export const lastMatch = (log: string, pattern: RegExp): string | null => {
  const line = log
    .trim()
    .split('\n')
    .findLast((one) => pattern.test(one));
  return line === undefined ? null : line.slice(line.search(pattern)).trim();
};
