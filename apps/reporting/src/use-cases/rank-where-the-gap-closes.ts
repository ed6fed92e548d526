import { gapOf, ranksOf, type Gap, type Ranking, type Ranks } from '../domain/figures/gaps.js';
import type { Row } from '../domain/figures/row.js';
import { paceFrom, shareOut, type Carrier, type Share, type SharedBy } from '../domain/figures/shares.js';
import { FROM_THE_BEGINNING, type Target } from '../domain/references/references.js';
import type { RegionTree } from '../domain/regions/region-tree.js';
import type { AnswerCoverageQuestion } from './answer-coverage-question.js';
import type { CountedRows, CountRows } from './count-rows.js';
import type { CoverageQuestion, Unanswerable } from './coverage-question.js';
import type { FigureFreshness } from './freshness.js';
import type { References } from './references.js';

export { RANKINGS, type Ranking } from '../domain/figures/gaps.js';
export type { SharedBy } from '../domain/figures/shares.js';

/** From a city its kelurahan can be seen; more at once would be a list that nobody reads. */
export const LEVELS_MAX = 2;
/** How many levels down parts are ranked. */
export type Levels = 1 | typeof LEVELS_MAX;

/** Of which region, on which day, and by what its parts are ranked. */
export interface GapsQuestion extends Omit<CoverageQuestion, 'by' | 'measure' | 'graceMonths'> {
  readonly rankedBy: Ranking;
  readonly levels: Levels;
}

/** A child as it is counted. */
interface Child {
  readonly region: string;
  readonly row: Row;
  readonly persons: number;
  readonly personsBefore: number;
  readonly registered: number;
}

/** A child with its gap, its ranks and its share of the target; null where there is none that can be shared out. */
export interface RankedChild extends Gap, Pick<Child, 'region' | 'row' | 'persons' | 'registered'> {
  readonly ranks: Ranks;
  readonly share: Share | null;
}

/** The children of a region, ranked, beside the region itself. */
export interface RankedGaps {
  readonly whole: Row;
  readonly sharedBy: SharedBy | null;
  readonly children: readonly RankedChild[];
  /** Persons who belong to none of the children. */
  readonly elsewhere: number;
  readonly freshness: FigureFreshness;
}

const byRegion = ({ rows }: CountedRows): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(({ regions, persons }) => (regions ? [[regions[0]!, persons] as const] : [])));

const peopleOf = ({ row }: Child): number | null => row.denominator?.value ?? null;

const BEHIND_ALL = Number.MAX_SAFE_INTEGER;

const inOrder = (children: readonly RankedChild[], by: Ranking): readonly RankedChild[] =>
  children.toSorted(
    (a, b) => (a.ranks[by] ?? BEHIND_ALL) - (b.ranks[by] ?? BEHIND_ALL) || (a.region < b.region ? -1 : 1),
  );

const ranked = (children: readonly Child[], shares: readonly Share[] | null): readonly RankedChild[] => {
  const gaps = children.map((child) => gapOf({ ...child, people: peopleOf(child) }));
  const ranks = ranksOf(gaps);
  return children.map(({ region, row, persons, registered }, place) => ({
    region,
    row,
    persons,
    registered,
    ...gaps[place]!,
    ranks: ranks[place]!,
    share: shares?.[place] ?? null,
  }));
};

/** Ranks the children of a region by where its gap is widest, closes fastest, and stays closed: in active persons. */
export class RankWhereTheGapCloses {
  constructor(
    private readonly answer: AnswerCoverageQuestion,
    private readonly count: CountRows,
    private readonly references: References,
    private readonly tree: RegionTree,
  ) {}

  async handle({ rankedBy, levels, ...question }: GapsQuestion): Promise<RankedGaps | Unanswerable> {
    const asked = { ...question, measure: 'active', graceMonths: 0 } as const;
    const [answer, children] = await Promise.all([
      this.answer.handle({ ...asked, by: null }),
      this.children(levels === 1 ? asked : this.oneLevelDown(asked)),
    ]);
    if ('reason' in answer) return answer;
    const whole = answer.rows[0]!;
    const shared = await this.shared(asked, whole, children);
    return {
      whole,
      sharedBy: shared?.sharedBy ?? null,
      children: inOrder(ranked(children, shared?.shares ?? null), rankedBy),
      elsewhere: whole.persons! - children.reduce((sum, { persons }) => sum + persons, 0),
      freshness: answer.freshness,
    };
  }

  /** The children on the day, four weeks before it, and by who is registered. */
  private async children(question: Omit<CoverageQuestion, 'by'>): Promise<readonly Child[]> {
    const asked = { ...question, by: 'region', denominatorId: null, targetId: null } as const;
    const [now, before, members] = await Promise.all([
      this.count.of(asked),
      this.count.of({ ...asked, asOf: paceFrom(question.asOf) }),
      this.count.of({ ...asked, measure: 'registered' }),
    ]);
    const rows = await this.answer.rowsOf(asked, now.rows);
    if ('reason' in rows) throw new Error(`children are refused though nothing is named: ${rows.reason}`);
    const [earlier, registered] = [byRegion(before), byRegion(members)];
    return rows.flatMap((row) => {
      if (row.region === null) return [];
      const { region, persons } = row;
      const personsBefore = earlier.get(region) ?? 0;
      return { region, row, persons: persons!, personsBefore, registered: registered.get(region) ?? 0 };
    });
  }

  /** The same about the children: theirs are then told apart. */
  private oneLevelDown<Question extends Pick<CoverageQuestion, 'regions'>>(question: Question): Question {
    const { regions } = question;
    const counted = regions.counted.flatMap((code) => this.tree.childrenOf(code));
    return { ...question, regions: { ...regions, counted } };
  }

  private async shared(question: Omit<CoverageQuestion, 'by'>, whole: Row, children: readonly Child[]) {
    const target = whole.target && (await this.references.find('target', whole.target.id));
    if (target === null) return null;
    const carriers =
      target.kind === 'new'
        ? await this.joined(question, target, children)
        : children.map((child) => carrierOf(child, child.persons, child.personsBefore));
    return shareOut(target, whole.denominator?.value ?? null, carriers, question.asOf);
  }

  /** Of a target for new members those count who joined in its period. */
  private async joined(
    { asOf, knownOn }: Omit<CoverageQuestion, 'by'>,
    { segment, from }: Target,
    children: readonly Child[],
  ): Promise<readonly Carrier[]> {
    const regions = children.map(({ region }) => region);
    const asked = { regions, segment, knownOn, from: from ?? FROM_THE_BEGINNING };
    const [now, before] = await Promise.all([
      this.count.joined({ ...asked, asOf }),
      this.count.joined({ ...asked, asOf: paceFrom(asOf) }),
    ]);
    return children.map((child) =>
      carrierOf(child, now.get(child.region) ?? 0, before.get(child.region) ?? 0),
    );
  }
}

const carrierOf = (child: Child, reached: number, reachedBefore: number): Carrier => ({
  reached,
  reachedBefore,
  denominator: peopleOf(child),
  registered: child.registered,
});
