import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, failedWith } from '../cannot-start.js';
import { identify, stillRuns, type Identity } from '../processes/identity.js';

/** What the lock file says: who uses the folder, and what they started. */
export interface Holding {
  readonly owner: Identity;
  readonly children: readonly Identity[];
}

const SETTLE_MS = 100;

const parsed = (text: string): Holding | null => {
  try {
    return JSON.parse(text) as Holding;
  } catch {
    return null;
  }
};

/** What the lock file says; null when there is none, or it was cut short by a crash. */
export const readHolding = (file: string): Holding | null => {
  try {
    return parsed(readFileSync(file, 'utf8'));
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return null;
    throw error;
  }
};

/** The processes that a run which no longer lives has left behind. */
export const leftBehind = (
  holding: Holding | null,
  runs: (process: Identity) => boolean = stillRuns,
): readonly Identity[] => (holding === null || runs(holding.owner) ? [] : holding.children.filter(runs));

/** The one lock of a data folder. */
export class Lock {
  private children: readonly Identity[] = [];

  private constructor(
    private readonly file: string,
    private readonly owner: Identity,
  ) {}

  /** Takes the lock; refused with a sentence while a living process has it. Returns what a dead one left behind. */
  static async take(file: string, folder: string): Promise<{ lock: Lock; leftovers: readonly Identity[] }> {
    const owner = identify(process.pid);
    if (owner === null)
      throw new CannotStart('This process cannot be identified: neither /proc nor ps answers.');
    const before = readHolding(file);
    if (before !== null && stillRuns(before.owner)) throw inUse(folder, before.owner);
    const lock = new Lock(file, owner);
    lock.children = leftBehind(before);
    lock.write();
    await sleep(SETTLE_MS);
    const after = readHolding(file);
    if (after?.owner.pid !== owner.pid) throw inUse(folder, after?.owner ?? owner);
    return { lock, leftovers: lock.children };
  }

  add(pid: number): void {
    const child = identify(pid);
    if (child === null) return;
    this.children = [...this.children, child];
    this.write();
  }

  remove(pid: number): void {
    this.children = this.children.filter((child) => child.pid !== pid);
    this.write();
  }

  release(): void {
    rmSync(this.file, { force: true });
  }

  private write(): void {
    const holding: Holding = { owner: this.owner, children: this.children };
    const draft = `${this.file}.${this.owner.pid}`;
    writeFileSync(draft, JSON.stringify(holding));
    renameSync(draft, this.file);
  }
}

const inUse = (folder: string, { pid, command }: Identity) =>
  new CannotStart(
    `Cakupan already runs on ${folder} (process ${pid}: ${command}). End it there, or choose another folder with --data.`,
  );
