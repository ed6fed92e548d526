import { OneBehind, type Turn } from '#libs/kernel';
import type { Database, Transaction } from '#libs/persistence';
import type { Arrival } from '../../../domain/coverage/history.js';
import type { Comparison } from '../../../domain/rebuild/comparison.js';
import type { RebuildStatus } from '../../../domain/rebuild/rebuild.js';
import {
  FiguresBeside,
  RebuildImpossible,
  type Drain,
  type Run,
} from '../../../use-cases/rebuild/figures-beside.js';
import type { LogPlace } from '../../../use-cases/rebuild/person-log.js';
import { loadPersons } from '../postgres-person-histories.js';
import { RollUp, type RollUpLimits } from '../roll-up.js';
import { besideAsRun, dropBeside, movePlaces, noteDiffering, placesBeside, readBeside } from './beside.js';
import { beginComparison } from './compare-beside.js';
import { exchange } from './exchange.js';
import { FIGURE_TABLES, WAITING_TABLES } from './figure-tables.js';
import { HeldArrivals, type HeldArrival } from './held-arrivals.js';
import { whileStandingStill } from './stand-still.js';
import { foldGroup } from './fold-group.js';

/** Some 150,000 arrivals. As many may be held while these are written. */
const HELD_MAX_BYTES = 24 * 1024 * 1024;
/** As many in a transaction as take a tenth of a second: a longer one would hold back every relay of the server. */
const GROUP_ARRIVALS = 4_000;
/**
 * Of these, added up when as many wait as one statement takes at most: groups change the same cells over and over, and the
 * more of them are added up together, the fewer times each is written. The lock is nobody else's: neither the live figures
 * nor the proof wait for it, nor it for them.
 */
const ROLLED_UP: RollUpLimits = { lock: 7_262_104, first: 64, most: 320, withinMs: 5_000 };

const NOW = "select to_json(clock_timestamp()) #>> '{}' as now";
const GATHERED_NOW = `
  select greatest(${WAITING_TABLES.map((table) => `(select count(*) from ${table})`).join(', ')})::integer as waiting`;

const missingBefore = ({ arrival: { stream, sequence } }: HeldArrival): RebuildImpossible =>
  new RebuildImpossible(
    `The log lacks what comes before event ${sequence} of ${stream}: the figures cannot be rebuilt from it.`,
  );

/** Figures beside the live ones in PostgreSQL: the same tables, in a schema of their own. */
export class PostgresFiguresBeside extends FiguresBeside {
  private held: HeldArrivals;
  /** How many batches this machine adds up in time, as far as is known by now. */
  private portion = ROLLED_UP.first;

  constructor(
    private readonly database: Database,
    private readonly liveRollUp: RollUp,
    private readonly turn?: Turn,
  ) {
    super();
    this.held = new HeldArrivals(turn);
  }

  override places(run: Run, beginnings: readonly LogPlace[]): Promise<readonly LogPlace[]> {
    return placesBeside(this.database, run, beginnings);
  }

  override clearAway(): Promise<void> {
    return dropBeside(this.database);
  }

  override async now(): Promise<string> {
    const [row] = await this.database.query<{ now: string }>(NOW);
    return row!.now;
  }

  override hold(arrival: Arrival, recordedAt: string): boolean {
    this.held.add(arrival, recordedAt);
    return this.held.bytes >= HELD_MAX_BYTES;
  }

  override letGo(): void {
    this.held = new HeldArrivals(this.turn);
  }

  override async write(run: Run, reached: readonly LogPlace[] | null): Promise<void> {
    const { held } = this;
    this.held = new HeldArrivals(this.turn); // for what is held meanwhile
    const left = await this.writeAll(run, held);
    if (reached !== null && left[0] !== undefined) throw missingBefore(left[0]);
    for (const { arrival, recordedAt } of left) this.held.add(arrival, recordedAt);
    if (reached !== null && reached.length > 0) await this.besideAs(run, (tx) => movePlaces(tx, reached));
  }

  override async addUp(run: Run, all: boolean): Promise<void> {
    if ((await this.gathered(run)) < (all ? 1 : ROLLED_UP.most)) return;
    const transaction = <T>(work: (tx: Transaction) => Promise<T>) => this.besideAs(run, work);
    const rollUp = new RollUp({ transaction }, { ...ROLLED_UP, first: this.portion });
    while ((await this.gathered(run)) > 0) {
      await rollUp.once().finally(() => (this.portion = rollUp.portion));
    }
  }

  override async compare(run: Run, drain: Drain): Promise<Comparison> {
    for (const table of FIGURE_TABLES) await this.besideAs(run, (tx) => tx.query(`analyze ${table}`));
    const { compared } = await whileStandingStill(this.database, this.liveRollUp, async () => {
      await drain();
      const begun = beginComparison(this.database, this.turn);
      await begun.taken;
      return begun; // goes on by itself, while everybody else does, too
    });
    const { comparison, regions } = await compared;
    await this.besideAs(run, (tx) => noteDiffering(tx, regions));
    return comparison;
  }

  override exchange(run: Run, from: RebuildStatus, to: RebuildStatus, drain: Drain): Promise<void> {
    return whileStandingStill(this.database, this.liveRollUp, async (tx) => {
      await drain();
      await exchange(tx, run, from, to);
    });
  }

  /** While a group is written, the next one is worked out. Answers what must wait for what is missing before it. */
  private async writeAll(run: Run, held: HeldArrivals): Promise<readonly HeldArrival[]> {
    const left: HeldArrival[] = [];
    const writing = new OneBehind();
    try {
      for await (const group of held.groups(GROUP_ARRIVALS)) {
        const persons = await readBeside(this.database, (tx) => loadPersons(tx, [...group.keys()]));
        const folded = await foldGroup(persons, group, this.turn);
        left.push(...folded.left);
        await writing.begin(() => this.besideAs(run, folded.store));
      }
      await writing.end();
    } finally {
      await writing.settled();
    }
    return left;
  }

  /** Steps and journeys wait in tables of their own, and not always as many of both. */
  private async gathered(run: Run): Promise<number> {
    const [row] = await this.besideAs(run, (tx) => tx.query<{ waiting: number }>(GATHERED_NOW));
    return row!.waiting;
  }

  private besideAs<T>(run: Run, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return besideAsRun(this.database, run, work);
  }
}
