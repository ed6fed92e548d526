import {
  addingUpSeenAt,
  markOf,
  seenAt,
  stillMsOf,
  type AddingUpStanding,
  type ReadingMark,
  type Standings,
} from '../domain/figures/standstill.js';
import {
  Freshness,
  type FigureFreshness,
  type PartitionReading,
  type ReadingPlaces,
  type TopicReading,
} from './freshness.js';

/** A log that has not answered for this long is not known any more. */
const KNOWN_MS = 15_000;

const isOutage = (error: unknown) => error instanceof Error && error.name === 'DependencyUnavailable';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/**
 * Looks at the log from beside the consumer, so that a figure says by itself when nothing comes to it any more: a position
 * that does not move though messages wait is seen from outside, also that of another replica, and so is what was read and
 * is not added up.
 */
export class WatchTheReading extends Freshness {
  private standings: Standings = new Map();
  private addingUp: AddingUpStanding | null = null;
  private lookedAtMs = Number.NEGATIVE_INFINITY;
  private shown: ReadingMark = 'unknown';

  /**
   * @param nowMs a clock that never goes back, ms
   * @param failed told of errors that are no outage; an outage turns the mark once it lasts
   */
  constructor(
    private readonly places: ReadingPlaces,
    private readonly nowMs: () => number,
    private readonly failed: (error: unknown) => void,
  ) {
    super();
  }

  /** Takes a look; called about once a second. Answers whether the mark of the figures has turned since the last one. */
  async handle(): Promise<{ readonly hasTurned: boolean }> {
    try {
      const [partitions, addingUp] = await Promise.all([this.places.partitions(), this.places.addingUp()]);
      this.lookedAtMs = this.nowMs();
      this.addingUp = addingUpSeenAt(this.lookedAtMs, addingUp, this.addingUp);
      this.standings = seenAt(this.lookedAtMs, partitions, this.standings);
    } catch (error) {
      if (!isOutage(error)) this.failed(error);
    }
    const before = this.shown;
    this.shown = this.mark();
    return { hasTurned: this.shown !== before };
  }

  override async ofFigures(): Promise<FigureFreshness> {
    return { ...(await this.places.rolledUp()), reading: this.mark() };
  }

  override ofReading(): Promise<readonly PartitionReading[]> {
    return this.places.partitions();
  }

  override ofTopics(readings: readonly PartitionReading[]): readonly TopicReading[] {
    return [...Map.groupBy(readings, ({ topic }) => topic)].map(([topic, partitions]) => ({
      topic,
      position: sum(partitions.map(({ position }) => position)),
      end: sum(partitions.map(({ end }) => end)),
      lag: sum(partitions.map(({ lag }) => lag)),
      stillMs: Math.round(stillMsOf(topic, this.standings, this.nowMs())),
    }));
  }

  private mark(): ReadingMark {
    const nowMs = this.nowMs();
    if (this.addingUp === null || nowMs - this.lookedAtMs > KNOWN_MS) return 'unknown';
    return markOf(this.standings, this.addingUp, nowMs);
  }
}
