import type { Reason } from './reasons.js';

/** A message of a topic that was set aside: where it lies in the log, and why it was not taken. */
export interface ParkedSummary {
  /** Unique within the service. */
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** Null: a message without a key, which holds back nothing. */
  readonly key: string | null;
  readonly reason: Reason;
  /** What exactly was wrong, such as the place in the content; without contents. */
  readonly detail: string;
  /** RFC 3339. */
  readonly parkedAt: string;
}

/** What a message carries, as texts, with every NIK hidden behind a placeholder such as `[nik-1]`. */
export interface ParkedContent {
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Null is a tombstone. */
  readonly value: string | null;
}

/** A parked message as an operator sees it. */
export interface ParkedMessage extends ParkedSummary {
  readonly status: 'waiting' | 'retried' | 'discarded';
  /** As it lies in the log. */
  readonly content: ParkedContent;
  /** What is tried instead of it, if somebody corrected it. */
  readonly correction: (ParkedContent & { readonly by: string; readonly at: string }) | null;
  /** How often it was tried again. */
  readonly retries: number;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  /** What whoever retried or discarded it gave as the reason. */
  readonly note: string | null;
}

/** What is tried instead of the message; what is left out stays. Placeholders of `ParkedContent` stand for what they hide. */
export interface ParkedCorrection {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly value?: string;
}

/** Who wants a parked message settled, and why. */
export interface ParkedWish {
  readonly by: string;
  readonly note: string | null;
}

/** What became of those behind a settled message, which have nothing wrong with them. */
export interface Followers {
  /** How many of them went through by now; if many wait, the others follow by themselves. */
  readonly followed: number;
  /** The one that was refused and holds the key again. */
  readonly stoppedAt: string | null;
}

/** Why nothing was done: no such message, not waiting any more, or not the first of its key. */
export type NotDone = 'not-found' | 'parked-settled' | 'behind-parked';

export type RetryAnswer =
  | ({ readonly kind: 'retried' } & Followers)
  /** Refused again: it stays parked, with this reason. */
  | { readonly kind: 'waiting'; readonly reason: Reason; readonly detail: string }
  | { readonly kind: 'not-done'; readonly reason: NotDone };

export type DiscardAnswer =
  ({ readonly kind: 'discarded' } & Followers) | { readonly kind: 'not-done'; readonly reason: NotDone };

/** Who sent a message over an inbound topic. */
export interface ParkedSender {
  readonly kind: 'channel' | 'gateway';
  readonly code: string;
}

/** The messages that a service has set aside, and what an operator can do about them. */
export abstract class ParkedMessages {
  /** Those that wait, oldest first, from behind the id on; of one sender or of all. */
  abstract list(
    page: { readonly after: string | null; readonly limit: number },
    sender?: ParkedSender,
  ): Promise<readonly ParkedSummary[]>;

  /** One with its contents; null when there is none with this id. `by`: who looks at it. */
  abstract find(id: string, by: string): Promise<ParkedMessage | null>;

  /** Puts the first of a key through the service again, corrected or not, then those that only wait behind it. */
  abstract retry(id: string, wish: ParkedWish, correction?: ParkedCorrection): Promise<RetryAnswer>;

  /** Gives a message up; those behind it go on. */
  abstract discard(id: string, wish: ParkedWish): Promise<DiscardAnswer>;
}
