import { setTimeout as sleep } from 'node:timers/promises';
import { FiguresMoved } from '../../use-cases/figures-moved.js';
import type { RollUp } from './roll-up.js';

/** Steps written within this time are rolled up together; a viewer does not notice it. */
const GATHER_MS = 25;
/**
 * On a busy machine a roll-up takes long, whatever is in it: then half of the time is for gathering, since the machine is
 * needed by those who still have to take what came. A figure is never further behind than this and one roll-up.
 */
const GATHER_MAX_MS = 3_000;
/**
 * Batches as full as this tell of a backlog: then the reading is late by more than the figures. A stream of a thousand
 * events a second comes in smaller ones, however slow the machine.
 */
const FULL_BATCH = 1_500;
/** Behind a backlog most batches change the same cells: in three seconds' worth each is written a third as often. */
const BACKLOG_GATHER_MS = 3_000;
const BACKLOG_LOOK_MS = 100;
/** How often to look what other replicas did, and for steps that were left when a process ended. */
const IDLE_MS = 500;

export interface RollUpLoopOptions {
  readonly rollUp: RollUp;
  /** Told of errors; the loop goes on. */
  readonly failed: (error: unknown) => void;
}

/** Rolls up soon after steps were written: at once when there is little to do, in larger portions under load. */
export class RollUpLoop extends FiguresMoved {
  private readonly listeners = new Set<() => void>();
  private rolledUp = 0;
  private isNudged = false;
  private gatherMs = GATHER_MS;
  private stopping = new AbortController();
  private woken: (() => void) | null = null;
  private isDue = false;
  /** Whether the batch written last, since the last roll-up began, was a full one. */
  private isBacklog = false;
  /** What was left over needs no gathering. */
  private isLeftOver = false;
  /** Whether anything was written since the last roll-up began. */
  private isArriving = false;
  private running: Promise<void> | null = null;

  constructor(private readonly options: RollUpLoopOptions) {
    super();
  }

  onApplicationBootstrap(): void {
    this.running ??= this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  /** Steps were written, by a batch of so many events. */
  wake(events = 0): void {
    this.isBacklog = events >= FULL_BATCH;
    this.isArriving = true;
    this.isDue = true;
    this.woken?.();
  }

  override get version(): number {
    return this.rolledUp;
  }

  override nudge(): void {
    this.isNudged = true;
    this.wake();
  }

  override subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.untilDue();
      await this.gather();
      this.isDue = false;
      try {
        await this.rollUp();
      } catch (error) {
        this.options.failed(error);
        await this.pause(IDLE_MS);
      }
    }
  }

  private async gather(): Promise<void> {
    const began = performance.now();
    await this.pause(this.gatherMs);
    const until = began + BACKLOG_GATHER_MS;
    while (this.gathersBehindBacklog && performance.now() < until) await this.pause(BACKLOG_LOOK_MS);
  }

  private get gathersBehindBacklog(): boolean {
    return this.isBacklog && !this.isLeftOver && !this.stopping.signal.aborted;
  }

  private async rollUp(): Promise<void> {
    const began = performance.now();
    this.isArriving = false;
    this.isBacklog = false;
    const { version, leftOver } = await this.options.rollUp.once();
    const tookMs = performance.now() - began;
    const restMs = Math.min(Math.max(tookMs, GATHER_MS), GATHER_MAX_MS);
    this.gatherMs = leftOver && !this.isArriving ? 0 : restMs;
    this.isLeftOver = leftOver;
    if (leftOver) this.isDue = true;
    if (version === this.rolledUp && !this.isNudged) return;
    this.rolledUp = version;
    this.isNudged = false;
    for (const listener of this.listeners) listener();
  }

  private async untilDue(): Promise<void> {
    if (this.isDue) return;
    await Promise.race([
      new Promise<void>((resolve) => {
        this.woken = resolve;
      }),
      this.pause(IDLE_MS),
    ]);
    this.woken = null;
  }

  private pause(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
