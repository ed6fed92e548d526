import { readdirSync, readFileSync } from 'node:fs';

/** How Linux counts CPU time for programs to read, on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;
const KIB_PER_MB = 1_000_000 / 1_024;

/** What the kernel says of one process. */
export interface Stat {
  readonly parent: number;
  /** Seconds of CPU of its own, user and system. */
  readonly own: number;
  /** The same of those of its children that have ended. */
  readonly ofEndedChildren: number;
}

/** Reads the text of `/proc/PID/stat`. The name in it may hold spaces and brackets. */
export const statOf = (text: string): Stat => {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const seconds = (...places: number[]) =>
    places.reduce((sum, place) => sum + Number(fields[place]), 0) / TICKS_PER_SECOND;
  return { parent: Number(fields[1]), own: seconds(11, 12), ofEndedChildren: seconds(13, 14) };
};

/** Reads one line of `/proc/PID/status` that is in kB, as megabytes. */
export const megabytesIn = (status: string, name: 'VmHWM' | 'VmRSS'): number => {
  const [, kib] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
  if (kib === undefined) throw new Error(`the kernel does not say ${name}`);
  return Number(kib) / KIB_PER_MB;
};

const read = (pid: number): Stat | null => {
  try {
    return statOf(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null; // it has ended meanwhile
  }
};

const childrenOf = (pid: number): Stat[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => read(Number(name)))
    .filter((stat): stat is Stat => stat?.parent === pid);

/** Seconds of CPU that a process has used, its children's together with its own. */
export const cpuSecondsOf = (pid: number): number => {
  const stat = read(pid);
  if (stat === null) throw new Error(`process ${pid} has ended`);
  const running = childrenOf(pid).reduce((sum, child) => sum + child.own + child.ofEndedChildren, 0);
  return stat.own + stat.ofEndedChildren + running;
};

const memoryOf = (pid: number, name: 'VmHWM' | 'VmRSS') =>
  megabytesIn(readFileSync(`/proc/${pid}/status`, 'utf8'), name);

/** Megabytes that the process held at most so far. */
export const peakMbOf = (pid: number): number => memoryOf(pid, 'VmHWM');

/** Megabytes that the process holds now. */
export const residentMbOf = (pid: number): number => memoryOf(pid, 'VmRSS');
