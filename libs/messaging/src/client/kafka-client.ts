/** A message on its way out. Without a partition the key decides, as the Java client does. */
export interface OutgoingMessage {
  readonly topic: string;
  readonly key: string;
  /** `null` is a tombstone. */
  readonly value: string | Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly partition?: number;
}

/** A message as it lies in the log. */
export interface IncomingMessage {
  readonly offset: bigint;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | undefined>>;
  /** The broker's or sender's time stamp, ms since 1970. */
  readonly timestampMs: number;
  /** What key, value and headers come to, where that is known without reading them. */
  readonly size?: number;
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** The log's first and next offset of one partition. */
export interface Ends extends TopicPartition {
  readonly low: bigint;
  readonly high: bigint;
}

/** A place in the log. */
export interface Place extends TopicPartition {
  readonly offset: bigint;
}

export interface Producer {
  /**
   * Resolves once every message is acknowledged by all in-sync replicas; messages of one call and key stay in order.
   * When it rejects, some of them may be in the log: whoever sends them again must send all, in the same order.
   */
  send(messages: readonly OutgoingMessage[]): Promise<void>;
  close(): Promise<void>;
}

export interface ProducerOptions {
  /**
   * The client sends nothing a second time by itself: whoever sends must first make sure that it still may. Without
   * this it tries for some seconds.
   */
  readonly once?: boolean;
}

/** The next stretch of one partition. */
export interface Slice extends TopicPartition {
  readonly messages: readonly IncomingMessage[];
  /** The log's next offset. */
  readonly high: bigint;
  /** The offset behind the stretch, where it ends with offsets that carry no message (markers of transactions). */
  readonly next?: bigint;
}

/** What a member of a consumer group does. Positions are its own affair: the group only divides the partitions. */
export interface ConsumerOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  /**
   * Where to begin in each of the partitions; nothing is delivered before it has answered. `null` holds one paused.
   * After a rebalance (`rebalanced`) these are all that this member has now, and what was delivered before belongs to a
   * past generation; otherwise they are those that asked to be rearmed.
   */
  readonly positions: (
    partitions: readonly TopicPartition[],
    rebalanced: boolean,
  ) => Promise<readonly (bigint | null)[]>;
  /**
   * Takes over messages; returns at once. Slices follow each other without a gap from the position that was answered:
   * when the log has lost what comes next, or is another one, positions are asked again instead.
   */
  readonly receive: (slice: Slice) => void;
  /** `receive` threw, which is a bug; the process should end. */
  readonly failed: (error: Error) => void;
  /** The member is out of its group and joins again, for as long as it takes; told at each try that comes to nothing. */
  readonly outside?: (error: Error) => void;
}

export interface Consumption {
  pause(at: TopicPartition): void;
  resume(at: TopicPartition): void;
  /** Asks for the partition's position again and goes on from there, if this member still has the partition. */
  rearm(at: TopicPartition): Promise<void>;
  /** Tells the group how far it is, for the tools that show lag; never read back. */
  publishPosition(positions: readonly Place[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * The one door to Kafka. A successor of today's client library has to pass the conformance suite of this port,
 * and nothing else of the project would change.
 */
export interface KafkaClient {
  producer(options?: ProducerOptions): Promise<Producer>;
  consume(options: ConsumerOptions): Promise<Consumption>;
  /**
   * First and next offsets of all partitions of the topics. What is asked here and below and is not answered, since the
   * broker is away or has no such topic, is an error by the name of `DependencyUnavailable`.
   */
  ends(topics: readonly string[]): Promise<readonly Ends[]>;
  /**
   * For each instant (ms since 1970) the first place in each partition of the topic whose message is not older; the
   * log's next offset where there is none.
   */
  placesAt(topic: string, instantsMs: readonly number[]): Promise<readonly (readonly Place[])[]>;
  /** Identity of the cluster, to notice that a log was replaced. */
  clusterId(): Promise<string>;
  close(): Promise<void>;
}
