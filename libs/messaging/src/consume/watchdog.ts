import type { PartitionProgress } from './progress.js';

/** So long without an outage that would explain it: only a new process helps. */
const DEAD_MS = 120_000;
/** So many looks without a move are as long. */
const LOOKS_MAX = 24;

interface Watched {
  progress(): readonly PartitionProgress[];
  /** Whether the database or the broker is away. */
  isWaiting(): boolean;
  /** The process must end. */
  fatal(error: Error): void;
}

interface Still {
  readonly position: bigint;
  readonly looks: number;
}

/**
 * Ends a process whose consumer stands still with work to do, so that another takes over: nobody else would notice, since
 * the process answers as ever. It counts its looks and not the time, so that neither an outage nor a stop of the process
 * itself is held against it.
 */
export class Watchdog {
  private still = new Map<string, Still>();
  private readonly timer: NodeJS.Timeout;
  /** Why the process must end, once it must. */
  verdict: string | null = null;

  constructor(
    private readonly watched: Watched,
    private readonly deadMs = DEAD_MS,
  ) {
    this.timer = setInterval(() => this.look(), deadMs / LOOKS_MAX);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const before = this.still;
    this.still = new Map();
    if (this.watched.isWaiting()) return;
    for (const one of this.watched.progress()) {
      const at = `${one.topic}/${one.partition}`;
      const last = before.get(at);
      if (one.lag === 0n) continue;
      const looks = last?.position === one.position ? last.looks + 1 : 0;
      this.still.set(at, { position: one.position, looks });
      if (looks >= LOOKS_MAX) return this.end(at, one);
    }
  }

  private end(at: string, { position, lag }: PartitionProgress): void {
    this.stop();
    this.verdict = `${at} has stood still at ${position} for ${this.deadMs} ms with ${lag} messages to take, though database and broker answer. The process ends; whoever is started next goes on from there.`;
    this.watched.fatal(new Error(this.verdict));
  }
}
