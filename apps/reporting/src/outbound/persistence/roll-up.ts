import type { Database, Transaction } from '#libs/persistence';
import { ROLL_UP_FUNNEL } from './funnel/journey-sums.js';
import { FIRST_PORTION, nextPortion } from './roll-up-portion.js';
import { ROLL_UP } from './roll-up-sql.js';

/** At most so many batches in one statement: some 50,000 steps. */
const BATCHES_MAX = 40;
/** One roll-up at a time over all replicas; the others go on reading. */
const LOCK = 7_262_101;
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
    private readonly lock = LOCK,
    private readonly batchesMax = BATCHES_MAX,
  ) {
    this.batches = Math.min(FIRST_PORTION, batchesMax);
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
      this.batches = nextPortion({ batches, tookMs, leftOver }, this.batchesMax);
    }
  }

  private async take(tx: Transaction, batches: number): Promise<Row[]> {
    const [{ mine } = { mine: false }] = await tx.query<{ mine: boolean }>(
      'select pg_try_advisory_xact_lock($1) as mine',
      [this.lock],
    );
    if (!mine) return tx.query<Row>(VERSION);
    await tx.query(WORK_MEM);
    await tx.query(ROLL_UP_FUNNEL, [batches]);
    return tx.query<Row>(ROLL_UP, [batches]);
  }
}
