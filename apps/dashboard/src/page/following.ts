import type { CoverageAnswer, Freshness, PushedRow } from '../api/coverage-answer.js';
import type { PageState } from '../model/state.js';
import { askEveryMinute, followFigure, wait } from './live.js';
import type { Asking } from './loading.js';
import type { Store } from './store.js';

/** While figures stream in, the other parts of the page follow this often. */
const FOLLOW_EVERY_MS = 3_000;

/** How the page is asked for anew. */
export interface Reloads {
  readonly figure: () => Promise<unknown>;
  readonly parts: () => Promise<unknown>;
}

/** Keeps the answers to one question moving: the figure as it is pushed, the rest shortly after. */
export class Following {
  private pushes = 0;
  private isDue = false;

  constructor(
    private readonly store: Store<PageState>,
    private readonly reload: Reloads,
  ) {}

  /** Follows until the question ends. */
  start({ api, hasToken, signal }: Asking): Promise<void> {
    const { question } = this.store.state;
    if (!hasToken)
      return askEveryMinute(() => void Promise.all([this.reload.figure(), this.reload.parts()]), signal);
    const listener = {
      onRow: (row: PushedRow) => this.takeRow(row, signal),
      onFreshness: (freshness: Freshness) => this.changeFigure((answer) => ({ ...answer, freshness })),
      onConnection: (connection: PageState['connection']) => {
        this.store.change({ connection });
        // What changed while nobody listened.
        if (connection === 'live') void this.reload.figure();
      },
    };
    return followFigure(api, question, listener, signal);
  }

  /** Tells, whenever asked later, whether a figure was pushed since now. */
  moves(): () => boolean {
    const before = this.pushes;
    return () => this.pushes !== before;
  }

  private takeRow(row: PushedRow, signal: AbortSignal): void {
    this.pushes += 1;
    this.changeFigure((answer) => ({ ...answer, asOf: row.asOf ?? answer.asOf, rows: [row] }));
    void this.reloadPartsSoon(signal);
  }

  private changeFigure(change: (answer: CoverageAnswer) => CoverageAnswer): void {
    const { figure } = this.store.state;
    if (figure.kind === 'there') this.store.change({ figure: { ...figure, body: change(figure.body) } });
  }

  private async reloadPartsSoon(signal: AbortSignal): Promise<void> {
    if (this.isDue) return;
    this.isDue = true;
    await wait(FOLLOW_EVERY_MS, signal);
    this.isDue = false;
    if (!signal.aborted) await this.reload.parts();
  }
}
