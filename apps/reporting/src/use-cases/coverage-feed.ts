import { hash } from 'node:crypto';
import type { Day } from '#libs/kernel';
import { keyOfRow, type Row } from '../domain/figures/row.js';
import type { FigureFreshness } from './freshness.js';

/**
 * Stands for all rows of a question as they are on a day: whoever has been shown them has seen everything up to here,
 * whichever process showed them.
 */
export type Mark = string;

/** What a viewer is shown: rows that it has not seen, and how fresh they are. */
export interface News {
  readonly mark: Mark;
  readonly asOf: Day;
  readonly rows: readonly Row[];
  /** The rows are all there are: a part that is not among them holds nobody. */
  readonly whole: boolean;
  readonly freshness: FigureFreshness;
}

/** What is there to be shown, and what was shown before and holds nobody any more. */
export interface Computed extends Omit<News, 'mark' | 'whole'> {
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
/** So far back a viewer may go on from where it was, a minute at least; who was away longer is shown everything again. */
const MARKS_MAX = 600;
const MARK_CHARACTERS = 22;

interface ShownRow {
  readonly row: Row;
  /** Row and day. */
  readonly text: string;
  /** In which of the pushes it came to be so. */
  readonly changed: number;
}

const markOf = (rows: Iterable<ShownRow>): Mark =>
  hash('sha256', [...rows].map(({ text }) => text).join('\n'), 'base64url').slice(0, MARK_CHARACTERS);

/** One question with all who watch it. */
export class CoverageFeed {
  private readonly watching = new Set<Viewer>();
  /** Who has been shown nothing yet, and what it had seen before it came. */
  private readonly newcomers = new Map<Viewer, Mark | null>();
  private readonly marks = new Map<Mark, number>();
  private rows = new Map<string, ShownRow>();
  private latest: Omit<News, 'whole'> | null = null;
  private pushes = 0;
  private isDue = false;
  private running: Promise<void> | null = null;
  private pausedUntilMs = 0;

  /** @param compute told what was shown before, so that a row which is not there any more can be told of */
  constructor(private readonly compute: (shown: readonly Row[]) => Promise<Computed>) {}

  get isWatched(): boolean {
    return this.watching.size + this.newcomers.size > 0;
  }

  /** Ends all who watch it. */
  end(): void {
    for (const viewer of [...this.watching, ...this.newcomers.keys()]) viewer.end();
  }

  /** Shows a new viewer what it has not seen, as soon as that is known. */
  async join(viewer: Viewer, seen: Mark | null): Promise<void> {
    this.newcomers.set(viewer, seen);
    if (this.latest === null) await this.refresh();
    else this.welcome();
  }

  /** Whether the viewer was here until now. */
  leave(viewer: Viewer): boolean {
    const wasNew = this.newcomers.delete(viewer);
    return this.watching.delete(viewer) || wasNew;
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
      if (!this.isWatched) return;
      this.isDue = false;
      try {
        this.take(await this.compute([...this.rows.values()].map(({ row }) => row)));
      } finally {
        this.pausedUntilMs = performance.now() + PUSH_EVERY_MS;
      }
    }
  }

  private take({ emptied, ...computed }: Computed): void {
    this.pushes += 1;
    const before = this.rows;
    this.rows = new Map(
      [...computed.rows, ...emptied].map((row) => {
        const [key, text] = [keyOfRow(row), JSON.stringify([computed.asOf, row])];
        const shown = before.get(key);
        return [key, shown?.text === text ? shown : { row, text, changed: this.pushes }];
      }),
    );
    const mark = markOf(this.rows.values());
    this.remember(mark);
    this.latest = { ...computed, mark };
    const news = { ...this.latest, rows: this.changedSince(this.pushes - 1), whole: false };
    for (const viewer of this.watching) viewer.show(news);
    this.welcome();
  }

  private remember(mark: Mark): void {
    this.marks.delete(mark);
    this.marks.set(mark, this.pushes);
    if (this.marks.size > MARKS_MAX) this.marks.delete(this.marks.keys().next().value!);
  }

  private changedSince(push: number): readonly Row[] {
    return [...this.rows.values()].filter(({ changed }) => changed > push).map(({ row }) => row);
  }

  /** Each newcomer gets its first picture, and every push from then on. */
  private welcome(): void {
    for (const [viewer, seen] of this.newcomers) {
      const push = seen === null ? undefined : this.marks.get(seen);
      const rows = push === undefined ? this.latest!.rows : this.changedSince(push);
      this.newcomers.delete(viewer);
      this.watching.add(viewer);
      viewer.show({ ...this.latest!, rows, whole: push === undefined });
    }
  }
}
