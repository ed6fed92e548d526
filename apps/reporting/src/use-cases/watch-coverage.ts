import type { Clock, Day } from '#libs/kernel';
import type { Row } from '../domain/figures/row.js';
import type { AnswerCoverageQuestion } from './answer-coverage-question.js';
import type { CoverageQuestion, Unanswerable } from './coverage-question.js';
import type { FigureFreshness } from './freshness.js';
import type { FiguresMoved } from './figures-moved.js';

/** A question about a day, or about today, whichever day that is. */
export type WatchedQuestion = Omit<CoverageQuestion, 'asOf'> & { readonly asOf: Day | null };

/** How far a viewer has seen: a version of the figures, and the day that they were of. */
export interface Seen {
  readonly version: number;
  readonly asOf: Day;
}

/** What a viewer is shown: rows that it has not seen, and how fresh they are. */
export interface News extends Seen {
  readonly rows: readonly Row[];
  readonly freshness: FigureFreshness;
}

/** The same with what was shown before and holds nobody any more. */
interface Computed extends News {
  readonly emptied: readonly Row[];
}

/** Somebody who looks on. */
export interface Viewer {
  show(news: News): void;
  /** Nothing more will come. */
  end(): void;
}

/** Figures are pushed at most ten times a second. */
const PUSH_EVERY_MS = 100;
/** Questions that are watched at a time; each costs a few statements a push, however many watch it. */
const QUESTIONS_MAX = 200;
/** As many viewers as one process was measured to serve, and some. */
const VIEWERS_MAX = 4_000;

const unlessRefused = <Answer extends object>(answer: Answer | Unanswerable): Answer => {
  if ('reason' in answer) throw new Error(`a watched question is refused: ${answer.reason}`);
  return answer;
};

const keyOf = ({ region, part }: Row) => `${region} ${part}`;

interface ShownRow {
  readonly row: Row;
  readonly text: string;
  readonly changed: Seen;
}

/** One question with all who watch it. */
class Feed {
  readonly viewers = new Set<Viewer>();
  private rows = new Map<string, ShownRow>();
  private isDue = false;
  private running: Promise<void> | null = null;
  private latest: News | null = null;
  private pausedUntilMs = 0;

  /** @param compute told what was shown before, so that a row which is not there any more can be told of */
  constructor(private readonly compute: (shown: readonly Row[]) => Promise<Computed>) {}

  /** Shows a new viewer what it has not seen, as soon as that is known. */
  async join(viewer: Viewer, seen: Seen | null): Promise<void> {
    this.viewers.add(viewer);
    if (this.latest === null) await this.refresh();
    if (this.latest === null || !this.viewers.has(viewer)) return;
    viewer.show({ ...this.latest, rows: seen === null ? this.latest.rows : this.unseen(seen) });
  }

  /** Computes again, not before the pause is over; what is asked for meanwhile is done together, once. */
  refresh(): Promise<void> {
    this.isDue = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    while (this.isDue) {
      const leftMs = this.pausedUntilMs - performance.now();
      if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs));
      if (this.viewers.size === 0) return;
      this.isDue = false;
      try {
        this.take(await this.compute([...this.rows.values()].map(({ row }) => row)));
      } finally {
        this.pausedUntilMs = performance.now() + PUSH_EVERY_MS;
      }
    }
  }

  private unseen(seen: Seen): readonly Row[] {
    const isUnseen = ({ changed }: ShownRow) => changed.asOf !== seen.asOf || changed.version > seen.version;
    return [...this.rows.values()].filter(isUnseen).map(({ row }) => row);
  }

  private take({ emptied, ...news }: Computed): void {
    const { version, asOf } = news;
    const before = this.rows;
    this.rows = new Map(
      [...news.rows, ...emptied].map((row) => {
        const [key, text] = [keyOf(row), JSON.stringify(row)];
        const shown = before.get(key);
        return [
          key,
          shown?.text === text && shown.changed.asOf === asOf
            ? shown
            : { row, text, changed: { version, asOf } },
        ];
      }),
    );
    const rows = [...this.rows].filter(([key, shown]) => before.get(key) !== shown).map(([, { row }]) => row);
    const isFirst = this.latest === null;
    this.latest = news;
    if (!isFirst) for (const viewer of this.viewers) viewer.show({ ...news, rows });
  }
}

/** Pushes figures to those who watch them: one computation for all who ask the same. */
export class WatchCoverage {
  private readonly feeds = new Map<string, Feed>();
  private readonly stopListening: () => void;
  private viewers = 0;

  constructor(
    private readonly answer: Pick<AnswerCoverageQuestion, 'handle' | 'rowsOf'>,
    private readonly moved: FiguresMoved,
    private readonly clock: Clock,
    private readonly failed: (error: unknown) => void,
  ) {
    this.stopListening = moved.subscribe(() => this.refresh());
  }

  /** Whether one more may watch. */
  hasRoomFor(question: WatchedQuestion): boolean {
    const isWatched = this.feeds.has(JSON.stringify(question));
    return this.viewers < VIEWERS_MAX && (isWatched || this.feeds.size < QUESTIONS_MAX);
  }

  /** Shows the viewer the figures and every change of them; answers how to stop. */
  watch(question: WatchedQuestion, viewer: Viewer, seen: Seen | null): () => void {
    const key = JSON.stringify(question);
    const feed = this.feeds.get(key) ?? new Feed((shown) => this.compute(question, shown));
    this.feeds.set(key, feed);
    this.viewers += 1;
    feed.join(viewer, seen).catch((error: unknown) => {
      this.failed(error);
      viewer.end();
    });
    return () => {
      if (!feed.viewers.delete(viewer)) return;
      this.viewers -= 1;
      if (feed.viewers.size === 0 && this.feeds.get(key) === feed) this.feeds.delete(key);
    };
  }

  /** Computes all that is watched again: after figures moved, and now and then, for days begin by themselves. */
  refresh(): void {
    for (const feed of this.feeds.values()) feed.refresh().catch(this.failed);
  }

  /** Ends all viewers. */
  close(): void {
    this.stopListening();
    for (const feed of this.feeds.values()) for (const viewer of feed.viewers) viewer.end();
  }

  private async compute(watched: WatchedQuestion, shown: readonly Row[]): Promise<Computed> {
    const { version } = this.moved;
    const asOf = watched.asOf ?? this.clock.today();
    const question = { ...watched, asOf };
    const { rows, freshness } = unlessRefused(await this.answer.handle(question));
    return { version, asOf, rows, freshness, emptied: await this.emptied(question, shown, rows) };
  }

  /** What was shown and is not among the rows: a part into which nobody falls any more. */
  private async emptied(question: CoverageQuestion, shown: readonly Row[], rows: readonly Row[]) {
    const held = new Set(rows.map(keyOf));
    const gone = shown.filter((row) => !held.has(keyOf(row)));
    if (gone.length === 0) return [];
    const { counted } = question.regions;
    const regionsOf = ({ region }: Row) => (region === null ? null : counted);
    const empty = gone.map((row) => ({ regions: regionsOf(row), part: row.part, persons: 0 }));
    return unlessRefused(await this.answer.rowsOf(question, empty));
  }
}
