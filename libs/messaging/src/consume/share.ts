import type { IncomingMessage } from '../client/kafka-client.js';
import type { Decoded } from '../envelope/decode.js';
import type { Move } from './positions.js';

/** A message, and what it turned out to be. */
export interface Entry {
  readonly incoming: IncomingMessage;
  readonly decoded: Decoded;
  /** Worked out while the message was read, where it goes into an account. */
  readonly digest?: bigint;
}

/** What one partition has in a batch: a stretch of its log. */
export interface Share extends Move {
  readonly entries: readonly Entry[];
}
