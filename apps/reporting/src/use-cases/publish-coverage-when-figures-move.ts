import type { CoverageChanged } from '#libs/contracts';
import type { Clock, Day } from '#libs/kernel';
import type { Row } from '../domain/figures/row.js';
import type { RegionTree } from '../domain/regions/region-tree.js';
import type { AnswerCoverageQuestion } from './answer-coverage-question.js';
import type { CoverageCells } from './coverage-cells.js';
import type { CoverageQuestion } from './coverage-question.js';

/** A region whose figure may differ from the one published last. */
export interface ChangedRegion {
  readonly region: string;
  /** The version of the figures that changed it: if a later one does meanwhile, it stays to be published again. */
  readonly version: number;
  /** The sequence under which it was published last, 0 if never: whoever comes behind another publication keeps silent. */
  readonly sequence: number;
}

/** What to publish of a region. */
export interface RegionFigure extends ChangedRegion {
  readonly data: CoverageChanged;
}

/** Keeps which regions have to be published, and what was published last. */
export abstract class ChangedRegions {
  /** Some that changed: those with most people first, then those that have waited longest. */
  abstract some(limit: number): Promise<readonly ChangedRegion[]>;
  /** Publishes those figures that differ from the last ones published, also where they have moved on meanwhile. */
  abstract publish(figures: readonly RegionFigure[]): Promise<void>;
  /** Days begin and end cover without an event: notes the regions whose figures the days up to this one change. */
  abstract beginDay(today: Day): Promise<void>;
  /** Notes the regions of denominators and targets recorded since this was done last. */
  abstract noteReferences(): Promise<void>;
}

/** So many regions in one go: one question to the cells, one transaction. */
const REGIONS_MAX = 1_000;

const WHOLE = {
  knownOn: null,
  measure: 'active',
  graceMonths: 0,
  filter: {},
  denominatorId: null,
  targetId: null,
} as const;

const contentOf = (row: Row, asOf: Day): Omit<CoverageChanged, 'region'> => ({
  name: row.name,
  part: null,
  persons: row.persons!,
  denominator: row.denominator,
  coverage: row.coverage,
  coverageText: row.coverageText,
  gap: row.gap,
  target: row.target,
  ...(row.warnings && { warnings: [...row.warnings] }),
  asOf,
  measure: 'active',
  denominatorId: row.denominator?.id ?? null,
});

/** Tells other programs the coverage of each region whose figure changed: active, as of today. */
export class PublishCoverageWhenFiguresMove {
  private begun: Day | null = null;

  constructor(
    private readonly changed: ChangedRegions,
    private readonly cells: Pick<CoverageCells, 'on'>,
    private readonly answer: Pick<AnswerCoverageQuestion, 'rowsOf'>,
    private readonly given: { readonly clock: Clock; readonly tree: RegionTree },
  ) {}

  /** Publishes what changed so far; called at most once a second. */
  async handle(): Promise<void> {
    const { clock, tree } = this.given;
    const today = clock.today();
    if (this.begun !== today) await this.changed.beginDay(today);
    this.begun = today;
    await this.changed.noteReferences();
    const changed = await this.changed.some(REGIONS_MAX);
    if (changed.length === 0) return;
    const known = changed.filter(({ region }) => tree.has(region));
    const rows = await this.rows(
      known.map(({ region }) => region),
      today,
    );
    await this.changed.publish(
      known.map((each, place) => ({
        ...each,
        data: { region: each.region, ...contentOf(rows[place]!, today) },
      })),
    );
  }

  private async rows(regions: readonly string[], asOf: Day): Promise<readonly Row[]> {
    const asked = { regions, scope: 'everybody', detail: 'persons', asOf, knownOn: null } as const;
    const cells = await this.cells.on({ measure: 'active', ...asked });
    const persons = new Map(cells.map((cell) => [cell.region, cell.persons]));
    const counted = regions.map((region) => ({
      regions: [region],
      part: null,
      persons: persons.get(region) ?? 0,
    }));
    const everywhere = { codes: regions, counted: regions, name: '' };
    const question: CoverageQuestion = { ...WHOLE, by: 'region', asOf, regions: everywhere };
    const rows = await this.answer.rowsOf(question, counted);
    if ('reason' in rows) throw new Error(`figures to publish are refused: ${rows.reason}`);
    return rows;
  }
}
