import type { Database } from '#libs/persistence';
import type { KafkaClient } from '../client/kafka-client.js';
import type { WritePath } from '../write-path.js';
import type { ParkedCipher } from './parked-cipher.js';

export interface TransportOptions {
  /** Name of the consumer: its group in Kafka and its rows in `consumer_position`. */
  readonly consumer: string;
  readonly kafka: KafkaClient;
  readonly database: Database;
  readonly writes: WritePath;
  readonly cipher: ParkedCipher | null;
  /** Whether account is kept of what is read, so that it can be proven against what the owners of the topics say. */
  readonly accounts?: boolean;
  /** The client stopped for good, nothing moves, or the log does not hold a position: the process must end, loudly. */
  readonly fatal: (error: Error) => void;
  readonly bug: (error: unknown) => void;
  /** After so long without progress, and without an outage, the process must end; two minutes unless it is stated. */
  readonly deadMs?: number;
}
