import { setTimeout as sleep } from 'node:timers/promises';
import { nowMs } from '../rig/machine-clock.js';

/** Questions a second, in an open loop: each is asked when it is due, whatever became of those before. */
export const PER_SECOND = 20;
const TICK_MS = 5;

/** How long an answer took from the instant at which its question was due. */
export interface Answered {
  readonly address: string;
  readonly dueMs: number;
  readonly tookMs: number;
}

/** Somebody who looks at figures all the time, one address after the other, and how long each answer took. */
export class AskFigures {
  readonly answers: Answered[] = [];
  private readonly waiting = new Set<Promise<void>>();
  private readonly asking: Promise<void>;
  private isOver = false;
  private failure: unknown = null;

  constructor(
    private readonly addresses: readonly string[],
    private readonly token: string,
  ) {
    this.asking = this.ask();
  }

  /** The times of what was due in this span, in ms from the instant at which it was due. */
  between(fromMs: number, untilMs: number): readonly number[] {
    return this.answers.filter(({ dueMs }) => dueMs >= fromMs && dueMs < untilMs).map(({ tookMs }) => tookMs);
  }

  /** Throws the first failure, if there was one. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.asking;
    await Promise.all(this.waiting);
    if (this.failure !== null) throw this.failure;
  }

  private async ask(): Promise<void> {
    const beganMs = nowMs();
    for (let number = 0; !this.isOver; await sleep(TICK_MS)) {
      for (; beganMs + (number * 1_000) / PER_SECOND <= nowMs(); number += 1)
        this.askOne(this.addresses[number % this.addresses.length]!, beganMs + (number * 1_000) / PER_SECOND);
    }
  }

  private askOne(address: string, dueMs: number): void {
    const answered = this.answered(address, dueMs).catch((error: unknown) => {
      this.failure ??= error;
    });
    this.waiting.add(answered);
    void answered.then(() => this.waiting.delete(answered));
  }

  private async answered(address: string, dueMs: number): Promise<void> {
    const answer = await fetch(address, { headers: { authorization: `Bearer ${this.token}` } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address} was answered ${answer.status}`);
    this.answers.push({ address, dueMs, tookMs: nowMs() - dueMs });
  }
}
