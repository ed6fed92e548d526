import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A process as it can be recognised later: a number alone may belong to another one by then. */
export interface Identity {
  readonly pid: number;
  /** When it was started, in the system's own notation: the boot and the clock tick in it, or the second. */
  readonly startedAt: string;
  /** For the reader of a message; it changes when a process becomes another program. */
  readonly command: string;
}

const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

const fromProc = (pid: number): Identity | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return state === 'Z' ? null : { pid, startedAt: `${bootId()} ${rest[18]}`, command };
  } catch {
    return null;
  }
};

const LSTART_LENGTH = 24;

const fromPs = (pid: number): Identity | null => {
  try {
    const line = execFileSync('ps', ['-ww', '-o', 'lstart=,command=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    return { pid, startedAt: line.slice(0, LSTART_LENGTH).trim(), command: line.slice(LSTART_LENGTH).trim() };
  } catch {
    return null;
  }
};

const hasProc = existsSync('/proc/self/stat');

/** The process with this number as it is now; null when there is none, or only its unread exit code. */
export const identify = (pid: number): Identity | null => (hasProc ? fromProc(pid) : fromPs(pid));

/** Whether the very process that was recorded still runs. */
export const stillRuns = (recorded: Identity): boolean => {
  const now = identify(recorded.pid);
  return now !== null && now.startedAt === recorded.startedAt;
};
