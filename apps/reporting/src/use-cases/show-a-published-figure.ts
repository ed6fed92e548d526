import type { Day, Reason } from '#libs/kernel';
import { reachedBy } from '../domain/funnel/campaigns.js';
import { denominatorFor } from '../domain/figures/choose.js';
import { countBy, sumOf } from '../domain/figures/count.js';
import { percentageText } from '../domain/figures/ratio.js';
import type {
  PrintedMeasure,
  PublishedBenefits,
  PublishedChannels,
  PublishedFigure,
  PublishedFunnel,
} from '../domain/published/published-figure.js';
import { differenceOf, recompute } from '../domain/published/recompute.js';
import { regionsKey } from '../domain/references/references.js';
import { reachesAll, type Reach } from '../domain/regions/reach.js';
import { withoutNested } from '../domain/regions/region-tree.js';
import type { Benefits } from './benefits.js';
import type { CoverageCells } from './coverage-cells.js';
import type { Funnel } from './funnel.js';
import type { FigureInPrint, PublishedFigures } from './published-figures.js';
import type { References } from './references.js';

export type { PublishedFigure } from '../domain/published/published-figure.js';

/** A printed figure beside ours for the same day. */
export interface PublishedBesideOurs extends FigureInPrint {
  readonly printed: string | number;
  /** Null with a reason where there are no events for it: never 0. */
  readonly ours: string | number | null;
  readonly reason: Reason | null;
  readonly difference: number | null;
  readonly recomputed: string | number | null;
  readonly alongside: readonly Alongside[];
}

/** A number that the paper printed along with the figure, beside what events say: null where they say nothing. */
export interface Alongside {
  readonly what: (typeof ALONGSIDE)[number];
  readonly printed: number;
  readonly ours: number | null;
}

export const ALONGSIDE = ['cities', 'new-members-per-city'] as const;

type Ours = { readonly ours: string | number } | { readonly reason: Reason };

const unlessNothing = (count: number): Ours => (count === 0 ? { reason: 'no-events' } : { ours: count });

/** `peserta` are all who are registered; a number of active ones, and the one told by NIK, counts who is covered. */
const measureOf = (printed: PrintedMeasure) => (printed === 'members' ? 'registered' : 'active');

const printedOf = (figure: PublishedFigure): string | number => {
  if (figure.kind === 'coverage') return figure.printedShare;
  if (figure.kind === 'benefits') return figure.valueRupiah;
  return figure.kind === 'funnel' ? figure.reached : figure.value;
};

/** Sets a printed figure beside what events say of the same day. */
export class ShowAPublishedFigure {
  constructor(
    private readonly published: PublishedFigures,
    private readonly cells: CoverageCells,
    private readonly references: References,
    private readonly benefits: Benefits,
    private readonly funnel: Funnel,
  ) {}

  /** Null where there is no such figure; `outside-regions` where the asker does not see all of its regions. */
  async handle(id: string, reach: Reach): Promise<PublishedBesideOurs | 'outside-regions' | null> {
    const all = this.published.all();
    const figure = all.find((each) => each.id === id);
    if (figure === undefined) return null;
    if (!reachesAll(reach, figure.regions)) return 'outside-regions';
    const printed = printedOf(figure);
    const found = await this.oursFor(figure);
    const ours = 'ours' in found ? found.ours : null;
    const reason = 'reason' in found ? found.reason : null;
    const difference = ours === null ? null : differenceOf(ours, printed);
    const recomputed = recompute(figure, all);
    const article = this.published.articleOf(figure);
    const alongside = figure.kind === 'funnel' ? await this.alongRuns(figure) : [];
    return { figure, article, printed, ours, reason, difference, recomputed, alongside };
  }

  private async oursFor(figure: PublishedFigure): Promise<Ours> {
    switch (figure.kind) {
      case 'stock':
        return unlessNothing(await this.persons(figure, measureOf(figure.measure)));
      case 'coverage':
      case 'gap':
        return this.againstPeople(figure);
      case 'benefits':
        return this.paid(figure);
      case 'channel':
        return unlessNothing(await this.channels(figure));
      case 'denominator':
      case 'target':
        return { reason: 'not-from-events' };
      case 'funnel':
        return this.reached(figure);
    }
  }

  private async persons(
    { regions, segment, asOf }: { regions: readonly string[]; segment?: string; asOf: Day },
    measure: 'registered' | 'active',
  ): Promise<number> {
    const filter = segment === undefined ? {} : { segment: [segment] };
    const detail = segment === undefined ? 'persons' : 'signatures';
    const of = { regions: withoutNested(regions), asOf, knownOn: null };
    const cells = await this.cells.on({ ...of, measure, scope: 'everybody', detail });
    return sumOf(countBy(cells, filter, () => ''));
  }

  private async againstPeople(figure: Extract<PublishedFigure, { kind: 'coverage' | 'gap' }>): Promise<Ours> {
    const { regions, asOf } = figure;
    const persons = await this.persons(figure, 'active');
    if (persons === 0) return { reason: 'no-events' };
    const candidates = await this.references.latestOf('denominator', [regionsKey(regions)]);
    const subject = { regions, segment: null, occupation: null, isOtherPart: false };
    const people = denominatorFor(subject, { named: null, candidates }, asOf);
    if (people === null) return { reason: 'denominator-missing' };
    return figure.kind === 'gap'
      ? { ours: people.value - persons }
      : { ours: percentageText(persons, people.value) };
  }

  private async paid({ regions, from, through }: PublishedBenefits): Promise<Ours> {
    const sums = await this.benefits.sums({
      regions: withoutNested(regions),
      period: { from, through },
      by: null,
    });
    return sums.claims === 0 ? { reason: 'no-events' } : { ours: sums.amountRupiah };
  }

  /** Whom campaigns reached by which somebody has signed up; that they reached them is stated, and no event. */
  private async reached({ regions, channel, from, through }: PublishedFunnel): Promise<Ours> {
    const of = { regions: withoutNested(regions), channel, channelCode: null, campaign: null, from, through };
    const [whole] = await this.funnel.parts({ ...of, by: null, today: through });
    if (whole!.signedUp === 0) return { reason: 'no-events' };
    const reached = reachedBy(await this.references.all('campaign'), { ...of, part: {} });
    return reached === null ? { reason: 'not-from-events' } : { ours: reached };
  }

  /** In how many cities people signed up, which have a campaign each, and how many did on average. */
  private async alongRuns(figure: PublishedFunnel): Promise<readonly Alongside[]> {
    const { regions, channel, from, through, cities, newMembersPerCity } = figure;
    const of = { regions: withoutNested(regions), channel, channelCode: null, campaign: null, from, through };
    const parts = await this.funnel.parts({ ...of, by: 'campaign', today: through });
    const signedUp = parts.filter(({ part }) => part !== null).map((each) => each.signedUp);
    const perCity = Math.round(signedUp.reduce((sum, count) => sum + count, 0) / signedUp.length);
    return [
      { what: 'cities', printed: cities, ours: signedUp.length || null },
      { what: 'new-members-per-city', printed: newMembersPerCity, ours: perCity || null },
    ];
  }

  /** Codes of channels of the kind through which somebody who is covered has come. */
  private async channels({ regions, channel, asOf }: PublishedChannels): Promise<number> {
    const of = { regions: withoutNested(regions), asOf, knownOn: null };
    const cells = await this.cells.on({ ...of, measure: 'active', scope: 'each', detail: 'signatures' });
    const codes = countBy(cells, { channel: [channel] }, ({ scope }) => scope);
    return [...codes.values()].filter((persons) => persons > 0).length;
  }
}
