import type { Clock, Day } from '#libs/kernel';
import { keyOfRow, type Row } from '../domain/figures/row.js';
import type { AnswerCoverageQuestion } from './answer-coverage-question.js';
import type { CoverageQuestion, Unanswerable } from './coverage-question.js';
import { CoverageFeed, type Computed, type Mark, type Viewer } from './coverage-feed.js';
import type { FiguresMoved } from './figures-moved.js';

export { keyOfRow } from '../domain/figures/row.js';
export type { Mark, News, Viewer } from './coverage-feed.js';

/** A question about a day, or about today, whichever day that is. */
export type WatchedQuestion = Omit<CoverageQuestion, 'asOf'> & { readonly asOf: Day | null };

/** Questions that are watched at a time; each costs a few statements a push, however many watch it. */
const QUESTIONS_MAX = 200;
/** As many viewers as one process was measured to serve, and some. */
const VIEWERS_MAX = 4_000;

const unlessRefused = <Answer extends object>(answer: Answer | Unanswerable): Answer => {
  if ('reason' in answer) throw new Error(`a watched question is refused: ${answer.reason}`);
  return answer;
};

/** Pushes figures to those who watch them: one computation for all who ask the same. */
export class WatchCoverage {
  private readonly feeds = new Map<string, CoverageFeed>();
  private readonly stopListening: () => void;
  private viewers = 0;

  constructor(
    private readonly answer: Pick<AnswerCoverageQuestion, 'handle' | 'rowsOf'>,
    moved: FiguresMoved,
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

  /**
   * Shows the viewer the figures and every change of them; answers how to stop.
   * @param seen what the viewer was shown last; of that, what has changed since is shown first, everything where it is not known
   */
  watch(question: WatchedQuestion, viewer: Viewer, seen: Mark | null): () => void {
    const key = JSON.stringify(question);
    const feed = this.feeds.get(key) ?? new CoverageFeed((shown) => this.compute(question, shown));
    this.feeds.set(key, feed);
    this.viewers += 1;
    feed.join(viewer, seen).catch((error: unknown) => {
      this.failed(error);
      viewer.end();
    });
    return () => {
      if (!feed.leave(viewer)) return;
      this.viewers -= 1;
      if (!feed.isWatched && this.feeds.get(key) === feed) this.feeds.delete(key);
    };
  }

  /** Computes all that is watched again: after figures moved, and now and then, for days begin by themselves. */
  refresh(): void {
    for (const feed of this.feeds.values()) feed.refresh().catch(this.failed);
  }

  /** Ends all viewers. */
  close(): void {
    this.stopListening();
    for (const feed of this.feeds.values()) feed.end();
  }

  private async compute(watched: WatchedQuestion, shown: readonly Row[]): Promise<Computed> {
    const asOf = watched.asOf ?? this.clock.today();
    const question = { ...watched, asOf };
    const { rows, freshness } = unlessRefused(await this.answer.handle(question));
    return { asOf, rows, freshness, emptied: await this.emptied(question, shown, rows) };
  }

  /** What was shown and is not among the rows: a part into which nobody falls any more. */
  private async emptied(question: CoverageQuestion, shown: readonly Row[], rows: readonly Row[]) {
    const held = new Set(rows.map(keyOfRow));
    const gone = shown.filter((row) => !held.has(keyOfRow(row)));
    if (gone.length === 0) return [];
    const { counted } = question.regions;
    const regionsOf = ({ region }: Row) => (region === null ? null : counted);
    const empty = gone.map((row) => ({ regions: regionsOf(row), part: row.part, persons: 0 }));
    return unlessRefused(await this.answer.rowsOf(question, empty));
  }
}
