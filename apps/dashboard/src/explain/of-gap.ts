import type { Gap, Gaps } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { coverageText, decimal } from '../format/numbers.js';
import { shareOf } from '../model/figure.js';
import type { Shown } from '../words/shown.js';
import { aimOf } from './aim.js';
import { ratioOf } from './calculation.js';
import type { Definition, Input } from './definition.js';
import { ofDenominator } from './inputs.js';
import { definitionOfAnswer, pinned } from './of-answer.js';

/** The numbers of a region among those that are ranked. */
export type GapMetric = 'rank' | 'missing' | 'coverage' | 'pacePerDay' | 'retention' | 'needed';

/** A region with the answer that it stands in. */
interface GapOf {
  readonly of: Answered<Gaps>;
  readonly gap: Gap;
}

/** Where a region stands in the order that was asked for; null where it has no place in it. */
const rankOf = ({ of, gap }: GapOf): number | null => gap.ranks[of.body.rankedBy];

/** A number as the table shows it. */
export const gapText = (
  metric: GapMetric,
  given: GapOf,
  { words, whole, ratio, language }: Shown,
): string => {
  const { gap } = given;
  switch (metric) {
    case 'rank': {
      const rank = rankOf(given);
      return rank === null ? words.unknown : whole(rank);
    }
    case 'missing':
      return gap.missing === null ? words.unknown : whole(gap.missing);
    case 'coverage':
      return gap.coverageText === null ? words.unknown : coverageText(gap.coverageText, language);
    case 'pacePerDay':
      return decimal(gap.pacePerDay, language);
    case 'retention':
      return ratio(shareOf(gap.persons, gap.registered));
    case 'needed':
      return gap.share === null ? words.unknown : whole(gap.share.needed);
  }
};

const said = (
  metric: GapMetric,
  { of }: GapOf,
  { words }: Shown,
): { readonly title: string; readonly meaning: string } => {
  const { definitions, progress, gapView } = words;
  switch (metric) {
    case 'rank':
      return { title: gapView.rank, meaning: gapView.ranksBy[of.body.rankedBy] };
    case 'missing':
      return { title: words.gap, meaning: definitions.gap };
    case 'coverage':
      return { title: words.coverage, meaning: definitions.coverage };
    case 'pacePerDay':
      return { title: progress.pacePerDay, meaning: progress.meanings.pacePerDay };
    case 'retention':
      return { title: gapView.retention, meaning: gapView.meanings.retention };
    case 'needed':
      return { title: gapView.share, meaning: gapView.meanings.share };
  }
};

/** A target for new members counts others than those who are covered; the answer does not say how many these are. */
const neededOf = ({ of, gap: { share, persons } }: GapOf, { whole }: Shown): string | null => {
  if (share === null || of.body.whole.target?.kind === 'new') return null;
  const { goal, needed } = share;
  return needed === 0
    ? `${whole(goal)} ≤ ${whole(persons)}`
    : `${whole(goal)} − ${whole(persons)} = ${whole(needed)}`;
};

const calculationOf = (metric: GapMetric, given: GapOf, shown: Shown): string | null => {
  const { persons, denominator, missing, registered } = given.gap;
  const { whole } = shown;
  switch (metric) {
    case 'missing':
      return denominator && missing !== null && missing > 0
        ? `${whole(denominator.value)} − ${whole(persons)} = ${whole(missing)}`
        : null;
    case 'coverage':
      return ratioOf(persons, denominator?.value ?? null, shown);
    case 'retention':
      return ratioOf(persons, registered, shown);
    case 'needed':
      return neededOf(given, shown);
    case 'rank':
    case 'pacePerDay':
      return null;
  }
};

const ofShare = ({ of, gap }: GapOf, shown: Shown): readonly Input[] => {
  const { target } = of.body.whole;
  if (target === null || gap.share === null) return [];
  const { words, whole } = shown;
  const { gapView, definitions } = words;
  return [
    [words.targetTitle, aimOf(target, shown)],
    [definitions.id, `${target.id}, ${definitions.version.toLowerCase()} ${target.version}`],
    [gapView.goal, whole(gap.share.goal)],
    [gapView.sharedBy, of.body.sharedBy === null ? words.unknown : gapView.sharedBys[of.body.sharedBy]],
  ];
};

/** What is said of a number of a region among those that are ranked. */
export const gapDefinition = (metric: GapMetric, given: GapOf, shown: Shown): Definition => {
  const { of, gap } = given;
  const { words, whole, day } = shown;
  const { definitions } = words;
  const isMeasured = (metric === 'missing' || metric === 'coverage') && gap.denominator !== null;
  const inputs: readonly Input[] = [
    [words.place, `${gap.name ?? ''} (${gap.region})`],
    [definitions.day, day(of.body.asOf)],
    [definitions.known, of.body.knownOn === null ? definitions.knownNow : day(of.body.knownOn)],
    [words.measures.active, whole(gap.persons)],
    ...(metric === 'retention' ? [[words.measures.registered, whole(gap.registered)] as const] : []),
    ...(isMeasured ? ofDenominator(gap.denominator!, shown) : []),
    ...(metric === 'needed' ? ofShare(given, shown) : []),
  ];
  const calculation = calculationOf(metric, given, shown);
  return definitionOfAnswer(
    { address: pinned(of.address, of.body.asOf) },
    {
      ...said(metric, given, shown),
      calculation,
      inputs,
      standing: { kind: 'heard', freshness: of.body.freshness },
    },
  );
};
