import type { Clock, Day, Reason } from '#libs/kernel';
import { reachedBy } from '../domain/funnel/campaigns.js';
import { reachesAll, type Reach } from '../domain/regions/reach.js';
import type { Funnel, FunnelCounts, FunnelCut, FunnelPart, Source } from './funnel.js';
import type { References } from './references.js';
import type { ResolveAskedRegions } from './resolve-asked-regions.js';

/** Which memberships, as they are asked for. */
export interface AskedFunnel extends Source {
  /** Codes, or one `area:CODE`. */
  readonly asked: readonly string[];
  readonly from: Day;
  readonly through: Day;
  readonly by: FunnelCut | null;
  /** Regions that the asker may see. */
  readonly reach: Reach;
}

/** How many were reached, and what became of those who signed up. */
export type FunnelRow = FunnelPart & { readonly reached: number | null };

export interface FunnelAnswer {
  readonly kind: 'answered';
  readonly regions: readonly string[];
  readonly today: Day;
  readonly whole: FunnelCounts & { readonly reached: number | null };
  /** By part; empty without a cut. */
  readonly rows: readonly FunnelRow[];
}

export interface FunnelRefused {
  readonly kind: 'refused';
  readonly reason: Reason;
  readonly field: string;
}

const refused = (reason: Reason, field: string): FunnelRefused => ({ kind: 'refused', reason, field });

/** Shows how many of those whom a campaign reached signed up, paid and stayed. */
export class ShowTheFunnel {
  constructor(
    private readonly funnel: Funnel,
    private readonly references: References,
    private readonly resolveRegions: ResolveAskedRegions,
    private readonly clock: Clock,
  ) {}

  async handle(question: AskedFunnel): Promise<FunnelAnswer | FunnelRefused> {
    const { asked, from, through, by, reach, ...source } = question;
    if (through < from) return refused('period-reversed', 'through');
    const regions = await this.resolveRegions.handle(asked, through);
    if ('unknown' in regions) return refused('unknown-code', 'region');
    if (!reachesAll(reach, regions.counted)) return refused('outside-regions', 'region');
    const today = this.clock.today();
    const of = { ...source, regions: regions.counted, from, through, today };
    const [[whole], parts, campaigns] = await Promise.all([
      this.funnel.parts({ ...of, by: null }),
      by === null ? [] : this.funnel.parts({ ...of, by }),
      this.references.all('campaign'),
    ]);
    const reached = (part: Partial<Record<FunnelCut, string>>) => reachedBy(campaigns, { ...of, part });
    return {
      kind: 'answered',
      regions: regions.codes,
      today,
      whole: { ...whole!, reached: reached({}) },
      rows: parts.map((row) => ({
        ...row,
        reached: by === null || row.part === null ? null : reached({ [by]: row.part }),
      })),
    };
  }
}
