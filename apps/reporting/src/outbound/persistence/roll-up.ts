import type { Database, Transaction } from '#libs/persistence';
import { ROLL_UP_FUNNEL } from './funnel/journey-sums.js';
import { nextPortion, type Bounds } from './roll-up-portion.js';
import { ROLL_UP } from './roll-up-sql.js';

/** What bounds the roll-ups of some tables. */
export interface RollUpLimits extends Bounds {
  /** One roll-up at a time over all replicas; the others go on reading. */
  readonly lock: number;
  /** With how many batches a process begins, which knows nothing of its machine. */
  readonly first: number;
}

/** Those of the live tables: some 50,000 steps at most. */
const LIVE: RollUpLimits = { lock: 7_262_101, first: 8, most: 40, withinMs: 2_000 };
/** Grouping a full roll-up fits into this. */
const WORK_MEM = "set local work_mem = '64MB'";

/** What one roll-up came to. */
export interface RolledUp {
  /** Counts the roll-ups that changed a figure. */
  readonly version: number;
  /** Whether steps were left for the next one. */
  readonly leftOver: boolean;
}

const VERSION = 'select version, false as left_over from roll_up';

interface Row {
  version: string;
  left_over: boolean;
}

/** Merges the steps that batches left behind into the cells of all five levels: each time as many as a short transaction holds. */
export class RollUp {
  private batches: number;

  constructor(
    private readonly database: Pick<Database, 'transaction'>,
    private readonly limits = LIVE,
  ) {
    this.batches = limits.first;
  }

  /** How many batches the next one takes: what this machine adds up within two seconds or so. */
  get portion(): number {
    return this.batches;
  }

  /** Rolls up what is there, or the first of it; where another replica is at it, only tells how far it came. */
  async once(): Promise<RolledUp> {
    const began = performance.now();
    const { batches } = this;
    let leftOver = false;
    try {
      const [row] = await this.database.transaction((tx) => this.take(tx, batches));
      leftOver = row!.left_over;
      return { version: Number(row!.version), leftOver };
    } finally {
      const tookMs = performance.now() - began; // too long for the database, too: half of it may be done in time
      this.batches = nextPortion({ batches, tookMs, leftOver }, this.limits);
    }
  }

  private async take(tx: Transaction, batches: number): Promise<Row[]> {
    const [{ mine } = { mine: false }] = await tx.query<{ mine: boolean }>(
      'select pg_try_advisory_xact_lock($1) as mine',
      [this.limits.lock],
    );
    if (!mine) return tx.query<Row>(VERSION);
    await tx.query(WORK_MEM);
    await tx.query(ROLL_UP_FUNNEL, [batches]);
    return tx.query<Row>(ROLL_UP, [batches]);
  }
}
