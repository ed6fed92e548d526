import type { Api } from '../api/api.js';
import type { CoverageAnswer } from '../api/coverage-answer.js';
import { figureRequest } from '../api/requests.js';
import type { Question } from '../model/question.js';
import { bodyOf, WAITING, type PageState } from '../model/state.js';
import { Following } from './following.js';
import {
  loadCut,
  loadRegions,
  loadTarget,
  loadTrend,
  loadCrumbs,
  loadToday,
  partOf,
  type Asking,
} from './loading.js';
import type { Store } from './store.js';

/** What the session needs of the visit. */
export interface Visit {
  readonly api: Api;
  readonly store: Store<PageState>;
  /** The regions of the token. */
  readonly regions: readonly string[];
  /** The service no longer takes the token. */
  readonly onTokenRefused: () => void;
}

type PartName = 'figure' | 'regions' | 'cut' | 'trend';

/** Asks the service what the page is asked, and keeps the answers moving until the next question. */
export class Session {
  private ending = new AbortController();

  constructor(private readonly visit: Visit) {}

  /** Asks a question: everything is asked anew, and what comes in for the one before is dropped. */
  async ask(question: Question): Promise<void> {
    this.end();
    this.ending = new AbortController();
    const { store } = this.visit;
    const hasMoved = question.region !== store.state.question.region;
    const parts = hasMoved
      ? { regions: WAITING, cut: WAITING, trend: WAITING, crumbs: [], target: null }
      : {};
    store.change({ question, isAsking: true, connection: 'connecting', ...parts });
    const asking = this.asking();
    void this.loadWhereabouts(asking);
    void this.loadParts(asking);
    await this.loadFigure(asking);
    if (asking.signal.aborted) return;
    store.change({ isAsking: false });
    void this.loadTarget(asking);
    void this.loadTrend(asking);
    void this.follow(asking);
  }

  /** Asks only for the cut that is chosen now. */
  async askCut(question: Question): Promise<void> {
    this.visit.store.change({ question, cut: WAITING });
    await this.loadCut(this.asking());
  }

  /** Asks the same again. */
  askAgain(): Promise<void> {
    return this.ask(this.visit.store.state.question);
  }

  /** Follows nothing any more. */
  end(): void {
    this.ending.abort();
  }

  private asking(): Asking {
    const { api, store } = this.visit;
    return { api, hasToken: store.state.hasToken, signal: this.ending.signal };
  }

  /** A figure that moved while it was asked for is newer than the answer. */
  private async loadFigure(asking: Asking, hasMoved = () => false): Promise<void> {
    const { store, onTokenRefused } = this.visit;
    const { api, signal, hasToken } = asking;
    const part = await partOf(api.get<CoverageAnswer>(figureRequest(store.state.question), signal), signal);
    if (part?.kind === 'failed' && part.failure === 'token-needed' && hasToken) return onTokenRefused();
    if (!hasMoved()) this.put('figure', part);
  }

  private async loadTarget(asking: Asking): Promise<void> {
    const { store } = this.visit;
    const id = bodyOf(store.state.figure)?.rows[0]?.target?.id ?? null;
    const target = await loadTarget(asking, id);
    if (!asking.signal.aborted) store.change({ target });
  }

  private async loadWhereabouts(asking: Asking): Promise<void> {
    const { store, regions } = this.visit;
    const { region } = store.state.question;
    const [crumbs, today] = await Promise.all([loadCrumbs(asking, region, regions), loadToday(asking)]);
    if (!asking.signal.aborted) store.change({ crumbs, ...today });
  }

  private async loadParts(asking: Asking): Promise<void> {
    const regions = loadRegions(asking, this.visit.store.state.question);
    await Promise.all([this.loadCut(asking), regions.then((part) => this.put('regions', part))]);
  }

  private async loadCut(asking: Asking): Promise<void> {
    const { store } = this.visit;
    const { question } = store.state;
    const part = await loadCut(asking, question);
    if (store.state.question.cut === question.cut) this.put('cut', part);
  }

  private async loadTrend(asking: Asking): Promise<void> {
    const { state } = this.visit.store;
    const asOf = bodyOf(state.figure)?.asOf;
    if (asOf) this.put('trend', await loadTrend(asking, state.question, asOf));
  }

  /** Shows a part. A failure does not wipe out the answer to the same question that is there. */
  private put<Name extends PartName>(name: Name, part: PageState[Name] | null): void {
    const { store } = this.visit;
    if (part === null) return;
    const isSetback = part.kind === 'failed' && store.state[name].kind === 'there' && !store.state.isAsking;
    if (!isSetback) store.change({ [name]: part } as Pick<PageState, Name>);
  }

  private follow(asking: Asking): Promise<void> {
    const following: Following = new Following(this.visit.store, {
      figure: () => this.loadFigure(asking, following.moves()),
      parts: () => Promise.all([this.loadParts(asking), this.loadTrend(asking)]),
    });
    return following.start(asking);
  }
}
