import { firstDayOf, monthOf, type Day } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import { CAUSES } from '../../domain/coverage/fact.js';
import { MEASURES } from '../../domain/coverage/timeline.js';
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

interface Asked {
  readonly regions: readonly string[];
  readonly asOf: Day;
  readonly knownOn: Day | null;
}

/** Cells in PostgreSQL. What is asked as known now adds up months; what was known then reads every cell. */
export class PostgresCoverageCells extends CoverageCells {
  constructor(
    private readonly database: Database,
    private readonly tree: RegionTree,
  ) {
    super();
  }

  override on({ measure, scope, detail, ...asked }: CellsQuestion): Promise<readonly Cell[]> {
    const { knowing, parameters } = this.read(measure, asked);
    return this.database.query<Cell>(personsSql(knowing, scope, detail), parameters);
  }

  override over({ measure, from, through, ...asked }: PeriodQuestion): Promise<readonly CellChange[]> {
    const { knowing, parameters } = this.read(measure, { ...asked, asOf: from });
    return this.database.query<CellChange>(periodSql(knowing), [...parameters, through]);
  }

  override async revised(question: RevisionQuestion): Promise<readonly CellRevision[]> {
    const { measure, detail, sinceKnownOn, regions, asOf, knownOn } = question;
    const { parameters } = this.read(measure, { regions, asOf, knownOn: knownOn ?? ALL_DAYS });
    const rows = await this.database.query<Omit<CellRevision, 'cause'> & { cause: number | null }>(
      revisionSql(detail),
      [...parameters, sinceKnownOn],
    );
    return rows.map((row) => ({ ...row, cause: row.cause === null ? null : CAUSES[row.cause]! }));
  }

  override async joined({ segment, from, ...asked }: JoinedQuestion): Promise<ReadonlyMap<string, number>> {
    const { knowing, parameters } = this.read('joined', asked);
    const rows = await this.database.query<{ region: string; persons: number }>(
      joinedSql(knowing, segment !== null),
      segment === null ? [...parameters, from] : [...parameters, from, segment],
    );
    return new Map(rows.map(({ region, persons }) => [region, persons]));
  }

  /** The parameters that all statements begin with. */
  private read(measure: (typeof MEASURES)[number], { regions, asOf, knownOn }: Asked) {
    const knowing: Knowing = knownOn === null ? 'now' : 'then';
    const pairs = regions.flatMap((region) =>
      this.keysOf(region, knowing).map((key) => [key, region] as const),
    );
    const keys = pairs.map(([key]) => key);
    const askedFor = pairs.map(([, region]) => region);
    const fifth = knownOn ?? firstDayOf(monthOf(asOf));
    return { knowing, parameters: [MEASURES.indexOf(measure), keys, askedFor, asOf, fifth] };
  }

  /** What was known then is kept for regions of residence, regencies and the country: the others are added up. */
  private keysOf(region: string, knowing: Knowing): readonly string[] {
    const isAddedUp = knowing === 'then' && ['province', 'district'].includes(levelOf(region));
    return isAddedUp ? [region, ...this.tree.childrenOf(region)] : [region];
  }
}
