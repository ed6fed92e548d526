import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#libs/testing';
import { endPid } from '../../stack/processes/end-process.js';
import type { DataFolder } from '../../stack/folder/data-folder.js';
import type { Recipe } from '../../stack/supervise/kept-process.js';

/** Who lives shorter than this fails at its start: it is not started again in a tight circle. */
const SHORT_LIFE_MS = 1_000;
const PAUSE_MS = 500;

/** How often a process died, by how: `SIGKILL`, `exit code 1` … */
export type Deaths = Readonly<Record<string, number>>;

/**
 * A process of the world that may be hurt in every way. However it dies it is started again at once, and its deaths are
 * counted; only `leave` keeps it away.
 */
export class Member {
  private child: ChildProcess | null = null;
  private launchedMs = 0;
  private isAway = true;
  private readonly counted: Record<string, number> = {};

  constructor(
    private readonly recipe: Recipe,
    private readonly folder: Pick<DataFolder, 'started' | 'ended'>,
  ) {}

  get name(): string {
    return this.recipe.name;
  }

  get deaths(): Deaths {
    return this.counted;
  }

  /** Starts it, also after `leave`; resolves when it is ready. */
  async start(): Promise<void> {
    this.isAway = false;
    if (this.child === null) await this.launch();
    await this.ready();
  }

  /** Resolves when it can be used, in whichever of its lives. */
  async ready(): Promise<void> {
    try {
      await eventually(
        async () => this.child !== null && (await this.recipe.ready()),
        this.recipe.readyWithinMs,
      );
    } catch (cause) {
      throw new Error(`${this.name} was not ready in time. ${this.recipe.explain()}`, { cause });
    }
  }

  /** Takes the present process away, without its having a say; another is started at once. */
  async kill(): Promise<void> {
    const dying = this.child;
    this.signal('SIGKILL');
    await eventually(() => this.child !== dying || dying === null);
  }

  /** Ends it by this signal and leaves it ended; resolves when it is gone. */
  async leave(by: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.isAway = true;
    const pid = this.child?.pid;
    if (pid === undefined) return;
    this.signal('SIGCONT');
    await endPid(pid, by, this.recipe.stopWithinMs);
    await eventually(() => this.child === null);
  }

  /** Ends it as it wants to be ended. */
  end(): Promise<void> {
    return this.leave(this.recipe.stopSignal);
  }

  /** Stops it in the middle of whatever it does. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  /** Lets it go on as if nothing had been. */
  thaw(): void {
    this.signal('SIGCONT');
  }

  private signal(name: NodeJS.Signals): void {
    this.child?.kill(name);
  }

  private async launch(): Promise<void> {
    const child = await this.recipe.launch();
    this.child = child;
    this.launchedMs = performance.now();
    if (child.pid !== undefined) this.folder.started(child.pid, this.recipe.stopSignal);
    child.once('error', (error) => this.onEnd(child, error.message));
    child.once('exit', (code, signal) => this.onEnd(child, signal ?? `exit code ${code}`));
  }

  private onEnd(child: ChildProcess, how: string): void {
    if (this.child !== child) return;
    this.child = null;
    if (child.pid !== undefined) this.folder.ended(child.pid);
    if (this.isAway) return;
    this.counted[how] = (this.counted[how] ?? 0) + 1;
    void this.again();
  }

  private async again(): Promise<void> {
    if (performance.now() - this.launchedMs < SHORT_LIFE_MS) await sleep(PAUSE_MS);
    if (this.isAway || this.child !== null) return;
    try {
      await this.launch();
    } catch {
      await sleep(PAUSE_MS); // it refuses to start, as on a full disk: until it does not
      await this.again();
    }
  }
}
