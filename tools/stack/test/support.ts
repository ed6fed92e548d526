import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify } from '../processes/identity.js';

const POLL_MS = 50;

/** Resolves when the condition holds; fails with `what` when it does not within the time. */
export const until = async (
  what: string | (() => string),
  holds: () => boolean | Promise<boolean>,
  withinMs = 60_000,
): Promise<void> => {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`waited in vain: ${typeof what === 'string' ? what : what()}`);
    await sleep(POLL_MS);
  }
};

export const runs = (pid: number): boolean => identify(pid) !== null;

/** A Node program with what it has said so far. */
export class Program {
  private said = '';
  readonly child: ChildProcess;

  constructor(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const inherited = { ...process.env, npm_lifecycle_event: undefined };
    this.child = spawn(process.execPath, [script, ...args], { env: { ...inherited, ...env } });
    for (const output of [this.child.stdout, this.child.stderr]) {
      output?.on('data', (chunk) => (this.said += String(chunk)));
    }
  }

  output(): string {
    return this.said;
  }

  says(text: string): Promise<void> {
    const said = () => {
      if (this.child.exitCode !== null && !this.said.includes(text))
        throw new Error(`it ended: ${this.said}`);
      return this.said.includes(text);
    };
    return until(() => `"${text}" in: ${this.said}`, said);
  }

  /** Sends the signal, if any, and resolves to the exit code. */
  async ends(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal) this.child.kill(signal);
    await until(
      'the end of the program',
      () => this.child.exitCode !== null || this.child.signalCode !== null,
    );
    return this.child.exitCode;
  }
}
