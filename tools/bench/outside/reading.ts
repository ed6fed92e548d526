import type { IncomingMessage } from '#libs/messaging';
import type { Digest } from '../report/results.js';
import { Digester } from './digester.js';
import type { Telling } from './telling.js';

/** How far a reader is; instants in ms of the machine's clock. */
export interface Read {
  readonly count: number;
  /** When the first messages came, and how many they were. */
  readonly firstAtMs: number | null;
  readonly firstCount: number;
  /** When so many had been read as are awaited. */
  readonly reachedAtMs: number | null;
  readonly digest: Digest;
}

type Wanted = Pick<Telling, 'fields' | 'amount' | 'byId' | 'awaited'>;

const textOf = (message: IncomingMessage, name: string) => message.headers[name]?.toString() ?? '';

/** Counts what is read and keeps a digest of it. */
export class Reading {
  private readonly digester = new Digester();
  private count = 0;
  private firstAtMs: number | null = null;
  private firstCount = 0;
  private reachedAtMs: number | null = null;

  constructor(private readonly wanted: Wanted) {}

  /** Takes messages that came at this instant. */
  take(topic: string, messages: readonly IncomingMessage[], atMs: number): void {
    for (const message of messages) this.digest(topic, message);
    this.count += messages.length;
    if (this.firstAtMs === null && messages.length > 0) {
      this.firstAtMs = atMs;
      this.firstCount = messages.length;
    }
    if (this.reachedAtMs === null && this.count >= this.wanted.awaited) this.reachedAtMs = atMs;
  }

  get read(): Read {
    const { count, firstAtMs, firstCount, reachedAtMs, digester } = this;
    return { count, firstAtMs, firstCount, reachedAtMs, digest: digester.digest };
  }

  private digest(topic: string, message: IncomingMessage): void {
    if (this.wanted.byId) {
      this.digester.add(`${topic} ${textOf(message, 'ce_id')}`);
      return;
    }
    const fields = this.wanted.fields[textOf(message, 'ce_type')];
    if (fields === undefined || message.value === null) return;
    const data = JSON.parse(message.value.toString()) as Record<string, unknown>;
    const amount = this.wanted.amount === undefined ? 0 : Number(data[this.wanted.amount] ?? 0);
    this.digester.add(fields.map((field) => String(data[field])).join(' '), amount);
  }
}
