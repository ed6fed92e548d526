import type { Clock, Day, Reason } from '#libs/kernel';
import { denominatorFor } from '../domain/figures/choose.js';
import { countBy, sumOf } from '../domain/figures/count.js';
import { paceDays, progressOf, type Progress } from '../domain/figures/progress.js';
import type { Reached } from '../domain/figures/ratio.js';
import { warningsOf } from '../domain/figures/row.js';
import {
  FROM_THE_BEGINNING,
  regionsKey,
  type Denominator,
  type Target,
  type Version,
} from '../domain/references/references.js';
import { reachesAll, type Reach } from '../domain/regions/reach.js';
import { withoutNested } from '../domain/regions/region-tree.js';
import type { CoverageCells } from './coverage-cells.js';
import type { References } from './references.js';

/** The progress of a target on a day, with what it was worked out from. */
export interface TargetProgress extends Progress {
  readonly asOf: Day;
  readonly target: Version<Target>;
  readonly denominator: Version<Denominator> | null;
  readonly warnings: readonly Reason[];
}

/** Shows how far a target is and when it would be reached at the pace of the last weeks, in active persons. */
export class ShowTheProgressOfATarget {
  constructor(
    private readonly cells: CoverageCells,
    private readonly references: References,
    private readonly clock: Clock,
  ) {}

  /**
   * @param asOf null: today
   * @returns null where there is no such target, `outside-regions` where the asker does not see all of its regions
   */
  async handle(
    id: string,
    asOf: Day | null,
    reach: Reach,
  ): Promise<TargetProgress | 'outside-regions' | null> {
    const target = await this.references.find('target', id);
    if (target === null) return null;
    if (!reachesAll(reach, target.regions)) return 'outside-regions';
    const day = asOf ?? this.clock.today();
    const denominator = await this.denominatorOf(target, day);
    const value = denominator?.value ?? null;
    const reached = await Promise.all(paceDays(day).map((on) => this.reachedOn(target, on, value)));
    const warnings = warningsOf({ target, denominator, segment: target.segment });
    return { ...progressOf(target, day, reached), asOf: day, target, denominator, warnings };
  }

  private async denominatorOf(target: Target, asOf: Day): Promise<Version<Denominator> | null> {
    const { regions, segment } = target;
    const candidates = await this.references.latestOf('denominator', [regionsKey(regions)]);
    const subject = { regions, segment, occupation: null, isOtherPart: false };
    return denominatorFor(subject, { named: null, candidates }, asOf);
  }

  private async reachedOn(target: Target, asOf: Day, denominator: number | null): Promise<Reached> {
    const { segment, from } = target;
    const of = { regions: withoutNested(target.regions), asOf, knownOn: null };
    if (target.kind === 'new') {
      const joined = await this.cells.joined({ ...of, segment, from: from ?? FROM_THE_BEGINNING });
      return { persons: 0, denominator, joined: sumOf(joined) };
    }
    const filter = segment === null ? {} : { segment: [segment] };
    const detail = segment === null ? 'persons' : 'signatures';
    const cells = await this.cells.on({ ...of, measure: 'active', scope: 'everybody', detail });
    return { persons: sumOf(countBy(cells, filter, () => '')), denominator, joined: 0 };
  }
}
