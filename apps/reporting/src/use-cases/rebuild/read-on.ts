import { setTimeout as sleep } from 'node:timers/promises';
import { inTurns, OneBehind } from '#libs/kernel';
import type { RegionTree } from '../../domain/regions/region-tree.js';
import { arrivalOf } from '../arrivals.js';
import type { Courtesy } from './courtesy.js';
import type { FiguresBeside, RebuildRuns, Run } from './figures-beside.js';
import type { PersonMessage } from '../facts-of-messages.js';
import { Pace } from './pace.js';
import type { LogPlace, OpenLog, PersonLog, Told } from './person-log.js';

const NOTE_MS = 1_000;
const WAIT_MS = 1_000;

const keyOf = ({ topic, partition }: Pick<LogPlace, 'topic' | 'partition'>) => `${topic}/${partition}`;

const sumOf = (places: readonly LogPlace[]): number =>
  places.reduce((sum, { offset }) => sum + Number(offset), 0);

export interface ReadOnTools {
  readonly source: PersonLog;
  readonly log: OpenLog;
  readonly figures: FiguresBeside;
  readonly runs: Pick<RebuildRuns, 'note'>;
  readonly tree: RegionTree;
  /** In which partition a person is told of. */
  readonly partitionOf: (personId: string) => number;
  /** Towards those who ask something meanwhile. */
  readonly courtesy: Courtesy;
}

/**
 * Brings the figures beside on, round by round, to where the live ones are: partition by partition, so that all that is
 * told about a person is in one hand and a history is written once. While one is written, the next one is read.
 */
export class ReadOn {
  private readonly pace: Pace;
  private readonly stands: Map<string, bigint>;
  private readonly beginsAt: number;
  private read: number;
  private total = 0;
  private retriedFrom = '-infinity';
  private notedAt = -Infinity;
  private isPaced = true;
  private readonly writing = new OneBehind();
  private readonly noting = new OneBehind();

  constructor(
    private readonly run: Run,
    private readonly tools: ReadOnTools,
    beginnings: readonly LogPlace[],
    places: readonly LogPlace[],
  ) {
    this.pace = new Pace(run.messagesPerSecondMax);
    this.stands = new Map(places.map((place) => [keyOf(place), place.offset]));
    this.beginsAt = sumOf(beginnings);
    this.read = sumOf(places) - this.beginsAt;
  }

  /** One round; answers how many messages it read. */
  async once(signal: AbortSignal): Promise<number> {
    const { source, figures } = this.tools;
    const now = await figures.now();
    const retried = await source.retriedSince(this.retriedFrom); // first: what they follow lies before the places
    const reached = await this.reached(signal);
    const before = this.read;
    this.total = sumOf(reached) - this.beginsAt;
    try {
      for (const [partition, places] of Map.groupBy(reached, (place) => place.partition)) {
        await this.readPartition(places, signal);
        await this.holdOf(partition, retried);
        await this.write(this.moved(places));
        for (const place of places) this.stands.set(keyOf(place), place.offset);
      }
      await this.writing.end();
      await figures.addUp(this.run, true);
      await this.note();
    } finally {
      await this.writing.settled();
      await this.noting.settled();
    }
    this.retriedFrom = now;
    return this.read - before;
  }

  /** The same while the live figures stand still for it: as fast as it goes. */
  async drain(signal: AbortSignal): Promise<void> {
    this.isPaced = false;
    await this.tools.courtesy.hurried(() => this.once(signal));
    this.isPaced = true;
  }

  private async reached(signal: AbortSignal): Promise<readonly LogPlace[]> {
    for (;;) {
      const reached = await this.tools.source.reached();
      if (reached !== null) return reached;
      await sleep(WAIT_MS, undefined, { signal });
    }
  }

  private async readPartition(places: readonly LogPlace[], signal: AbortSignal): Promise<void> {
    for (const { offset, ...at } of places) {
      for await (const told of this.tools.log.read(at, offset, signal)) {
        const isTime = await this.hold(told);
        this.read += told.read;
        if (this.isPaced) await this.pace.after(told.read, signal);
        if (isTime) await this.write(null);
        await this.noteInTime();
      }
    }
  }

  /** Begins to write what is held, while more is read. */
  private write(reached: readonly LogPlace[] | null): Promise<void> {
    const { figures } = this.tools;
    return this.writing.begin(async () => {
      await figures.write(this.run, reached);
      await figures.addUp(this.run, false);
    });
  }

  private async hold({ topic, messages }: Pick<Told, 'topic' | 'messages'>): Promise<boolean> {
    let isTime = false;
    const { figures, tree, courtesy } = this.tools;
    const holdOne = (message: PersonMessage) => {
      isTime = figures.hold(arrivalOf(topic, message, tree), message.recordedAt) || isTime;
    };
    await inTurns(messages, holdOne, courtesy.afterYou);
    return isTime;
  }

  /** What was retried counts where its person's other messages do, wherever it lay. */
  private async holdOf(partition: number, retried: readonly Told[]): Promise<void> {
    for (const { topic, messages } of retried) {
      const mine = messages.filter(({ data }) => this.tools.partitionOf(data.personId) === partition);
      await this.hold({ topic, messages: mine });
    }
  }

  private moved = (places: readonly LogPlace[]): readonly LogPlace[] =>
    places.filter((place) => this.stands.get(keyOf(place)) !== place.offset);

  /** At most once a second. */
  private async noteInTime(): Promise<void> {
    if (performance.now() - this.notedAt < NOTE_MS) return;
    this.notedAt = performance.now();
    await this.noting.begin(() => this.note()); // it waits for whatever is written just now
  }

  private note(): Promise<void> {
    const { read, total, pace } = this;
    return this.tools.runs.note(this.run, {
      read,
      total: Math.max(read, total),
      messagesPerSecond: pace.perSecond,
    });
  }
}
