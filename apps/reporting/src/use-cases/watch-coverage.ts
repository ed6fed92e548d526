import type { Clock, Day } from '#libs/kernel';
import type { Row } from '../domain/figures/row.js';
import type { AnswerCoverageQuestion } from './answer-coverage-question.js';
import type { CoverageQuestion } from './coverage-question.js';
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

  constructor(private readonly compute: () => Promise<News>) {}

  /** Shows a new viewer what it has not seen, as soon as that is known. */
  async join(viewer: Viewer, seen: Seen | null): Promise<void> {
    this.viewers.add(viewer);
    if (this.latest === null) await this.refresh();
    if (this.latest === null || !this.viewers.has(viewer)) return;
    const { version, asOf } = this.latest;
    const isUnseen = ({ changed }: ShownRow) =>
      seen === null || changed.asOf !== seen.asOf || changed.version > seen.version;
    const rows = [...this.rows.values()].filter(isUnseen).map(({ row }) => row);
    viewer.show({ ...this.latest, version, asOf, rows });
  }

  /** Computes again; what is asked for meanwhile is done afterwards, once, and not before the pause is over. */
  refresh(): Promise<void> {
    this.isDue = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    while (this.isDue) {
      this.isDue = false;
      this.take(await this.compute());
      if (this.isDue) await new Promise((resolve) => setTimeout(resolve, PUSH_EVERY_MS));
    }
  }

  private take(news: News): void {
    const { version, asOf } = news;
    const before = this.rows;
    this.rows = new Map(
      news.rows.map((row) => {
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
    private readonly answer: AnswerCoverageQuestion,
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
    const feed = this.feeds.get(key) ?? new Feed(() => this.compute(question));
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

  private async compute(question: WatchedQuestion): Promise<News> {
    const { version } = this.moved;
    const asOf = question.asOf ?? this.clock.today();
    const answer = await this.answer.handle({ ...question, asOf });
    if ('reason' in answer) throw new Error(`a watched question is refused: ${answer.reason}`);
    return { version, asOf, rows: answer.rows, freshness: answer.freshness };
  }
}
