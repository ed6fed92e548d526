import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ServiceName } from '#libs/contracts';

/** Whether the sample data is there. */
export type Sample = 'none' | 'loading' | 'loaded';

/** The file by which other programs find a stack that runs. */
export interface Stack {
  readonly ready: boolean;
  readonly kafka: readonly string[];
  readonly postgres: Readonly<Partial<Record<ServiceName, string>>>;
  readonly services: Readonly<Partial<Record<ServiceName, string>>>;
  readonly pids: Readonly<Record<string, number>>;
  readonly sample: Sample;
  /** "Today" of the story, with sample data only. */
  readonly sampleDay?: string;
  /** Who signs the tokens. */
  readonly issuer: string;
}

/** Keeps `stack.json` true: whole whenever somebody reads it, and gone when the stack is. */
export class StackFile {
  private stack: Stack | null = null;

  constructor(private readonly file: string) {
    this.remove();
  }

  /** All is ready: writes the file. */
  publish(stack: Stack): void {
    this.stack = stack;
    this.write(stack);
  }

  /** Something has changed; before the first `publish` nothing is written. */
  update(change: Partial<Stack>): void {
    if (this.stack !== null) this.publish({ ...this.stack, ...change });
  }

  remove(): void {
    this.stack = null;
    rmSync(this.file, { force: true });
  }

  private write(stack: Stack): void {
    writeFileSync(`${this.file}.new`, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}
