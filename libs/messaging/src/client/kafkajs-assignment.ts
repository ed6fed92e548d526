import type { Consumer } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumerOptions, TopicPartition } from './kafka-client.js';

const POSITION_RETRY_MS = 200;

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}/${partition}`;

const partitionsOf = (assignment: Record<string, number[]>): TopicPartition[] =>
  Object.entries(assignment).flatMap(([topic, partitions]) =>
    partitions.map((partition) => ({ topic, partition })),
  );

const grouped = (at: readonly TopicPartition[]) =>
  [...Map.groupBy(at, ({ topic }) => topic)].map(([topic, list]) => ({
    topic,
    partitions: list.map(({ partition }) => partition),
  }));

/**
 * What this member of the group has now. After each join it reads positions and seeks, with everything paused meanwhile, so
 * that nothing arrives too early; and it knows which offset must come next, so that nothing is passed over.
 */
export class KafkajsAssignment {
  private generation = 0;
  /** The offset to go on with, of the partitions that are armed. */
  private readonly armed = new Map<string, bigint>();

  constructor(
    private readonly consumer: Pick<Consumer, 'pause' | 'resume' | 'seek'>,
    private readonly positions: ConsumerOptions['positions'],
  ) {}

  /** Everything before the first `await` runs inside kafkajs' join, before its first fetch. */
  joined(memberAssignment: Record<string, number[]>): Promise<void> {
    this.lost();
    return this.arm(partitionsOf(memberAssignment), true);
  }

  /** The member has nothing any more; what is under way is void. */
  lost(): void {
    this.generation += 1;
    this.armed.clear();
  }

  /** Once more from the position, unless the partition has gone or is being armed already. */
  async rearm(at: TopicPartition): Promise<void> {
    if (this.armed.delete(keyOf(at))) await this.arm([at], false);
  }

  pause(at: TopicPartition): void {
    if (this.armed.has(keyOf(at))) this.consumer.pause(grouped([at]));
  }

  resume(at: TopicPartition): void {
    if (this.armed.has(keyOf(at))) this.consumer.resume(grouped([at]));
  }

  isNext(at: TopicPartition, offset: bigint): boolean {
    return this.armed.get(keyOf(at)) === offset;
  }

  /**
   * Whether a stretch of the log is the next one. If it begins elsewhere, kafkajs has gone to the log's start or end by
   * itself, because the log holds the offset no longer: the position is asked for again, and judged.
   */
  goOn(at: TopicPartition, from: bigint, next: bigint): boolean {
    if (!this.armed.has(keyOf(at))) return false;
    const isNext = this.isNext(at, from);
    if (isNext) this.armed.set(keyOf(at), next);
    else void this.rearm(at);
    return isNext;
  }

  /** Pauses, reads where to begin, seeks, resumes. */
  private async arm(assigned: readonly TopicPartition[], rebalanced: boolean): Promise<void> {
    const mine = this.generation;
    if (assigned.length > 0) this.consumer.pause(grouped(assigned));
    const positions = await this.readPositions(assigned, rebalanced, mine);
    if (positions === null) return;
    const ready = assigned.filter((at, index) => {
      const position = positions[index] ?? null;
      if (position === null) return false;
      this.consumer.seek({ ...at, offset: String(position) });
      this.armed.set(keyOf(at), position);
      return true;
    });
    if (ready.length > 0) this.consumer.resume(grouped(ready));
  }

  /** An error here would leave the partitions paused for ever, so it tries until it succeeds or a new generation begins. */
  private async readPositions(assigned: readonly TopicPartition[], rebalanced: boolean, mine: number) {
    for (;;) {
      try {
        const positions = await this.positions(assigned, rebalanced);
        return mine === this.generation ? positions : null;
      } catch {
        await sleep(POSITION_RETRY_MS);
        if (mine !== this.generation) return null;
      }
    }
  }
}
