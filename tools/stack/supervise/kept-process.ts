import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, sentenceOf } from '../cannot-start.js';
import { endPid } from '../processes/end-process.js';
import { backOffMs } from './back-off.js';
import { DeathCount } from './death-count.js';

const POLL_MS = 50;

/** How one process is run. */
export interface Recipe {
  readonly name: string;
  /** Starts it; called again after each death. */
  readonly launch: () => Promise<ChildProcess>;
  /** Whether it can be used. */
  readonly ready: () => Promise<boolean>;
  readonly readyWithinMs: number;
  readonly stopSignal: NodeJS.Signals;
  readonly stopWithinMs: number;
  /** What its log says about why it ended, as a sentence. */
  readonly explain: () => string;
}

/** Who hears of what happens to the processes. */
export interface Watcher {
  started(name: string, pid: number, stopSignal: NodeJS.Signals): void;
  ended(name: string, pid: number): void;
  /** It died and will be started again after `waitMs`. */
  died(name: string, how: string, waitMs: number): void;
  /** It died too often, or could not be started again. */
  gaveUp(name: string, sentence: string): void;
}

/** One process that is started again when it dies, until it is stopped or has died too often. */
export class KeptProcess {
  private child: ChildProcess | null = null;
  private launchedMs = 0;
  private stopping = false;
  private failure: string | null = null;
  private readonly deaths = new DeathCount();

  constructor(
    private readonly recipe: Recipe,
    private readonly watcher: Watcher,
  ) {}

  get name(): string {
    return this.recipe.name;
  }

  /** Starts it and resolves when it is ready; fails with a sentence when it gives up first. */
  async start(): Promise<void> {
    await this.launch();
    await this.becomesReady();
  }

  /** Ends it: in order if it can, by force if it must. */
  async stop(): Promise<void> {
    this.stopping = true;
    const pid = this.child?.pid;
    if (pid !== undefined) await endPid(pid, this.recipe.stopSignal, this.recipe.stopWithinMs);
  }

  private async launch(): Promise<void> {
    const child = await this.recipe.launch();
    this.child = child;
    this.launchedMs = performance.now();
    if (child.pid !== undefined) this.watcher.started(this.name, child.pid, this.recipe.stopSignal);
    child.once('error', (error) => this.onEnd(child, error.message));
    child.once('exit', (code, signal) => this.onEnd(child, signal ?? `exit code ${code}`));
    if (this.stopping) await this.stop();
  }

  private onEnd(child: ChildProcess, how: string): void {
    if (this.child !== child) return;
    this.child = null;
    if (child.pid !== undefined) this.watcher.ended(this.name, child.pid);
    if (!this.stopping) this.startAgain(how);
  }

  private startAgain(how: string): void {
    const now = performance.now();
    const verdict = this.deaths.note(now, now - this.launchedMs);
    if (verdict.kind === 'enough') {
      this.giveUp(`${this.name} died five times within a minute, last by ${how}. ${this.recipe.explain()}`);
      return;
    }
    const waitMs = backOffMs(verdict.deathsInARow);
    this.watcher.died(this.name, how, waitMs);
    setTimeout(() => void this.launchAgain(), waitMs);
  }

  private async launchAgain(): Promise<void> {
    try {
      if (!this.stopping) await this.launch();
    } catch (error) {
      this.giveUp(`${this.name} could not be started again: ${sentenceOf(error)}`);
    }
  }

  private giveUp(sentence: string): void {
    this.failure = sentence;
    this.watcher.gaveUp(this.name, sentence);
  }

  private async becomesReady(): Promise<void> {
    const deadline = performance.now() + this.recipe.readyWithinMs;
    while (!(this.child !== null && (await this.recipe.ready()))) {
      if (this.stopping) throw new CannotStart(`${this.name} was stopped before it was ready.`);
      if (this.failure !== null) throw new CannotStart(this.failure);
      if (performance.now() > deadline) {
        const limit = Math.round(this.recipe.readyWithinMs / 1_000);
        throw new CannotStart(`${this.name} was not ready within ${limit} s. ${this.recipe.explain()}`);
      }
      await sleep(POLL_MS);
    }
  }
}
