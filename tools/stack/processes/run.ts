import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** How a program ended and what it said, both streams together. */
export interface Ran {
  readonly succeeded: boolean;
  readonly output: string;
  /** The program was not found. */
  readonly missing: boolean;
}

const running = new Set<ChildProcess>();

/** Runs a program to its end, or to the time limit. Never throws. */
export const run = (program: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    child.once('error', (error) => {
      const missing = 'code' in error && error.code === 'ENOENT';
      resolve({ succeeded: false, output: output + error.message, missing });
    });
    child.once('close', (code) => {
      running.delete(child);
      resolve({ succeeded: code === 0, output, missing: false });
    });
  });

/** Ends every program that `run` still waits for. */
export const endAllRuns = (): void => {
  for (const child of running) child.kill('SIGTERM');
};
