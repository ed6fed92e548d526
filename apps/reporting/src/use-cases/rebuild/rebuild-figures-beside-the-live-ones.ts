import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { UNDER_WAY, type RebuildStatus } from '../../domain/rebuild/rebuild.js';
import {
  RebuildImpossible,
  RunEnded,
  type FiguresBeside,
  type RebuildRuns,
  type Run,
} from './figures-beside.js';
import type { PersonLog } from './person-log.js';
import { ReadOn, type ReadOnTools } from './read-on.js';

/** As close behind the live figures as this, the rest is read while they stand still. */
const CLOSE = 1_000;
const BETWEEN_ROUNDS_MS = 1_000;

/** Where the figures are when they have changed places. */
const CHANGED: Readonly<Partial<Record<RebuildStatus, RebuildStatus>>> = {
  switching: 'switched',
  'rolling-back': 'rolled-back',
};

/**
 * Works on the rebuild that is under way, step by step until somebody decides: reads the log from its beginning into
 * tables beside the live ones, compares, and lets the two change places when that is asked for.
 */
export class RebuildFiguresBesideTheLiveOnes {
  constructor(
    private readonly runs: RebuildRuns,
    private readonly source: PersonLog,
    private readonly figures: FiguresBeside,
    private readonly given: Pick<ReadOnTools, 'tree' | 'partitionOf' | 'courtesy'>,
  ) {}

  /** Works as long as there is something to do, and this is the one of all replicas that does it. */
  async handle(signal: AbortSignal): Promise<void> {
    const id = await this.runs.due();
    if (id !== null) await this.runs.asOnly(id, signal, (run, ours) => this.attempt(run, ours));
  }

  private async attempt(run: Run, signal: AbortSignal): Promise<void> {
    try {
      await this.work(run, signal);
    } catch (error) {
      if (error instanceof RunEnded || signal.aborted) return;
      const trouble = error instanceof Error ? error.message : String(error);
      await this.runs.noteTrouble(run, trouble, error instanceof RebuildImpossible);
      if (!(error instanceof RebuildImpossible)) throw error;
    } finally {
      this.figures.letGo();
    }
  }

  private async work(run: Run, signal: AbortSignal): Promise<void> {
    if (!isWorkedOn(await this.runs.status(run))) return this.figures.clearAway();
    const beginnings = await this.source.beginnings();
    const places = await this.figures.places(run, beginnings);
    const log = await this.source.open(`${run.id}-${randomUUID()}`, places);
    try {
      const { source, figures, runs, given } = this;
      const readOn = new ReadOn(run, { source, log, figures, runs, ...given }, beginnings, places);
      while (await this.step(run, readOn, signal));
    } finally {
      await log.close();
    }
    return undefined;
  }

  /** One round, and what it makes possible; answers whether there is more to do. */
  private async step(run: Run, readOn: ReadOn, signal: AbortSignal): Promise<boolean> {
    const isClose = (await readOn.once(signal)) <= CLOSE;
    const status = await this.runs.status(run);
    const drain = () => readOn.drain(signal);
    const next = CHANGED[status];
    if (isClose && status === 'loading') await this.runs.move(run, 'loading', 'comparing');
    else if (isClose && status === 'comparing')
      await this.runs.move(run, 'comparing', 'ready', await this.figures.compare(run, drain));
    else if (isClose && next !== undefined) await this.figures.exchange(run, status, next, drain);
    else if (status === 'ready') await sleep(BETWEEN_ROUNDS_MS, undefined, { signal });
    return isWorkedOn(await this.runs.status(run));
  }
}

const isWorkedOn = (status: RebuildStatus): boolean => UNDER_WAY.includes(status);
