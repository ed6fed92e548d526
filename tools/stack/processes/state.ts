import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** `stopped`: it was told to stand still (SIGSTOP, a debugger) and does nothing until it is told to go on. */
export type ProcessState = 'runs' | 'stopped' | 'gone';

const hasProc = existsSync('/proc/self/stat');

const letterOf = (pid: number): string => {
  if (!hasProc) return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2);
};

/** What the process with this number does now. */
export const stateOf = (pid: number): ProcessState => {
  try {
    const letter = letterOf(pid).slice(0, 1);
    if (letter === '' || letter === 'Z' || letter === 'X') return 'gone';
    return letter.toUpperCase() === 'T' ? 'stopped' : 'runs';
  } catch {
    return 'gone';
  }
};
