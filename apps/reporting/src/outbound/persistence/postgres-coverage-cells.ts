import { firstDayOf, monthOf, type Day } from '#libs/kernel';
import type { Database, Transaction } from '#libs/persistence';
import { CAUSES } from '../../domain/coverage/fact.js';
import { graceOverBy } from '../../domain/coverage/grace.js';
import { MEASURES, readingsOf, type Reading } from '../../domain/coverage/measures.js';
import { levelOf, type RegionTree } from '../../domain/regions/region-tree.js';
import {
  CoverageCells,
  type Cell,
  type CellChange,
  type CellRevision,
  type CellsQuestion,
  type JoinedQuestion,
  type PeriodQuestion,
  type RevisionQuestion,
} from '../../use-cases/coverage-cells.js';
import { joinedSql, periodSql, personsSql, revisionSql, type Knowing } from './cells-sql.js';

/** Behind all days: everything that is known. */
const ALL_DAYS = 'infinity';
const ONE_READING = 'set transaction isolation level repeatable read read only';

interface Asked {
  readonly regions: readonly string[];
  readonly asOf: Day;
  readonly knownOn: Day | null;
}

/** Cells of a measure that are read under one key, and the region that they are asked for. */
interface Read extends Reading {
  readonly key: string;
  readonly region: string;
}

/** Cells in PostgreSQL. What is asked as known now adds up months; what was known then reads every cell. */
export class PostgresCoverageCells extends CoverageCells {
  constructor(
    private readonly database: Pick<Database, 'query' | 'transaction'>,
    private readonly tree: RegionTree,
  ) {
    super();
  }

  override inOneReading<T>(ask: (cells: CoverageCells) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await tx.query(ONE_READING);
      const transaction = <U>(work: (same: Transaction) => Promise<U>) => work(tx);
      const query = <Row>(sql: string, params?: readonly unknown[]) => tx.query<Row>(sql, params);
      return ask(new PostgresCoverageCells({ query, transaction }, this.tree));
    });
  }

  override on({ scope, detail, ...asked }: CellsQuestion): Promise<readonly Cell[]> {
    const { knowing, parameters } = this.read(readingsOfMeasure(asked), asked);
    return this.database.query<Cell>(personsSql(knowing, scope, detail), parameters);
  }

  override over({ from, through, ...asked }: PeriodQuestion): Promise<readonly CellChange[]> {
    const { knowing, parameters, reads } = this.read(readingsOfMeasure(asked), { ...asked, asOf: from });
    return this.database.query<CellChange>(periodSql(knowing), [
      ...parameters,
      reads.map(({ graceMonths }) => graceOverBy(through, graceMonths)),
      reads.map(({ graceMonths }) => graceMonths),
      from,
    ]);
  }

  override async revised(question: RevisionQuestion): Promise<readonly CellRevision[]> {
    const { detail, sinceKnownOn, regions, asOf, knownOn } = question;
    const asked = { regions, asOf, knownOn: knownOn ?? ALL_DAYS };
    const { parameters } = this.read(readingsOfMeasure(question), asked);
    const rows = await this.database.query<Omit<CellRevision, 'cause'> & { cause: number | null }>(
      revisionSql(detail),
      [...parameters, sinceKnownOn],
    );
    return rows.map((row) => ({ ...row, cause: row.cause === null ? null : CAUSES[row.cause]! }));
  }

  override async joined({ segment, from, ...asked }: JoinedQuestion): Promise<ReadonlyMap<string, number>> {
    const { knowing, parameters } = this.read(readingsOf('joined', 0), asked);
    const rows = await this.database.query<{ region: string; persons: number }>(
      joinedSql(knowing, segment !== null),
      segment === null ? [...parameters, from] : [...parameters, from, segment],
    );
    return new Map(rows.map(({ region, persons }) => [region, persons]));
  }

  /** What is read, and the parameters that all statements begin with. */
  private read(readings: readonly Reading[], { regions, asOf, knownOn }: Asked) {
    const knowing: Knowing = knownOn === null ? 'now' : 'then';
    const reads = regions.flatMap((region) =>
      this.keysOf(region, knowing).flatMap((key) =>
        readings.map((reading): Read => ({ ...reading, key, region })),
      ),
    );
    const through = reads.map(({ graceMonths }) => graceOverBy(asOf, graceMonths));
    const parameters = [
      reads.map(({ measure }) => MEASURES.indexOf(measure)),
      reads.map(({ key }) => key),
      reads.map(({ region }) => region),
      through,
      knownOn ?? through.map((day) => firstDayOf(monthOf(day))),
    ];
    return { knowing, parameters, reads };
  }

  /** What was known then is kept for regions of residence, regencies and the country: the others are added up. */
  private keysOf(region: string, knowing: Knowing): readonly string[] {
    const isAddedUp = knowing === 'then' && ['province', 'district'].includes(levelOf(region));
    return isAddedUp ? [region, ...this.tree.childrenOf(region)] : [region];
  }
}

const readingsOfMeasure = ({ measure, graceMonths = 0 }: Pick<CellsQuestion, 'measure' | 'graceMonths'>) =>
  readingsOf(measure, graceMonths);
