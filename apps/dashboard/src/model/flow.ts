import type { Reading } from '../api/answers.js';

/** Topics as they stood at an instant, in milliseconds of whatever clock. */
export interface Seen {
  readonly atMs: number;
  readonly topics: Reading['topics'];
}

/** How events flow through a topic to the figures. */
export interface Flow {
  readonly topic: string;
  /** Who writes it, by its name. */
  readonly writer: string;
  /** Events a second that were written and that were read, between two looks; null after one look alone. */
  readonly writtenPerSecond: number | null;
  readonly readPerSecond: number | null;
  /** Offsets of all partitions added up: the next to be taken, and the next of the log. */
  readonly position: number;
  readonly end: number;
  readonly lag: number;
  /** For how long a part of it has stood still though messages wait, ms. */
  readonly stillMs: number;
}

const SECOND_MS = 1_000;

const perSecond = (now: number, before: number | undefined, tookMs: number): number | null =>
  before === undefined || tookMs <= 0 ? null : ((now - before) * SECOND_MS) / tookMs;

/** The flow through each topic, from two looks at it; with null there was no earlier one. */
export const flowsOf = (now: Seen, before: Seen | null): readonly Flow[] =>
  now.topics.map(({ topic, position, end, lag, stillMs }) => {
    const earlier = before?.topics.find((each) => each.topic === topic);
    const tookMs = now.atMs - (before?.atMs ?? now.atMs);
    return {
      topic,
      writer: topic.split('.')[0]!,
      writtenPerSecond: perSecond(end, earlier?.end, tookMs),
      readPerSecond: perSecond(position, earlier?.position, tookMs),
      position,
      end,
      lag,
      stillMs,
    };
  });
