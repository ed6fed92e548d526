import type { Coverage, Denominator, Row, Target, TargetDetail } from '../api/answers.js';
import { aimOf } from './aim.js';
import type { Numbered } from './numbered.js';
import type { Shown } from '../words/shown.js';
import type { Input } from './definition.js';

/** What a target was stated of, and by whom. */
export type StatedTarget = Pick<TargetDetail, 'base' | 'publisher' | 'source'>;

const asked = ({ asOf, knownOn, measure }: Coverage, row: Row | null, shown: Shown): Input[] => {
  const { words, day, code } = shown;
  const { definitions } = words;
  const region: Input[] = row?.region ? [[words.place, `${row.name ?? ''} (${row.region})`]] : [];
  const part: Input[] = row?.part ? [[definitions.part, code(row.part)]] : [];
  return [
    ...region,
    ...part,
    [words.measure, words.measures[measure === 'registered' ? 'registered' : 'active']],
    [definitions.day, day(asOf)],
    [definitions.known, knownOn === null ? definitions.knownNow : day(knownOn)],
  ];
};

/** A denominator as inputs show it. */
export const ofDenominator = (denominator: Denominator, { words, whole, day }: Shown): Input[] => {
  const { definitions } = words;
  return [
    [words.denominator, whole(denominator.value)],
    [definitions.counts, denominator.definition],
    [definitions.countedOn, day(denominator.asOf)],
    [definitions.source, denominator.source],
    [definitions.id, `${denominator.id}, ${definitions.version.toLowerCase()} ${denominator.version}`],
  ];
};

/** A target as inputs show it. */
export const ofTarget = (target: Target, detail: StatedTarget | null, shown: Shown): Input[] => {
  const { definitions } = shown.words;
  const stated: readonly (readonly [string, string | null | undefined])[] = [
    [definitions.statedOf, detail?.base],
    [definitions.publisher, detail?.publisher],
    [definitions.source, detail?.source],
  ];
  return [
    [shown.words.targetTitle, aimOf(target, shown)],
    ...stated.flatMap(([label, value]): Input[] => (value ? [[label, value]] : [])),
    [definitions.id, `${target.id}, ${definitions.version.toLowerCase()} ${target.version}`],
  ];
};

const DIVIDED = ['coverage', 'denominator', 'gap', 'needed'];

/** Everything that went into a number. */
export const inputsOf = (
  { metric, answer, row }: Numbered,
  detail: StatedTarget | null,
  shown: Shown,
): readonly Input[] => {
  const denominator = DIVIDED.includes(metric) ? (row?.denominator ?? null) : null;
  const target = metric === 'needed' || metric === 'target' ? (row?.target ?? null) : null;
  return [
    ...asked(answer, row, shown),
    ...(target ? ofTarget(target, detail, shown) : []),
    ...(denominator ? ofDenominator(denominator, shown) : []),
  ];
};
