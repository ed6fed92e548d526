import type { CoverageAnswer, Denominator, Row, Target, TargetDetail } from '../api/coverage-answer.js';
import { aimOf } from './aim.js';
import type { Numbered } from './numbered.js';
import type { Shown } from './shown.js';

/** A line of the list of inputs: label and value. */
export type Input = readonly [label: string, value: string];

const asked = ({ asOf, knownOn, measure }: CoverageAnswer, row: Row | null, shown: Shown): Input[] => {
  const { words, day, code } = shown;
  const { definitions } = words;
  const region: Input[] = row?.region ? [[words.place, `${row.name ?? ''} (${row.region})`]] : [];
  const part: Input[] = row?.part ? [[definitions.part, code(row.part)]] : [];
  return [
    ...region,
    ...part,
    [words.measure, words.measures[measure]],
    [definitions.day, day(asOf)],
    [definitions.known, knownOn === null ? definitions.knownNow : day(knownOn)],
  ];
};

const ofDenominator = (denominator: Denominator, { words, whole, day }: Shown): Input[] => {
  const { definitions } = words;
  return [
    [words.denominator, whole(denominator.value)],
    [definitions.counts, denominator.definition],
    [definitions.countedOn, day(denominator.asOf)],
    [definitions.source, denominator.source],
    [definitions.id, `${denominator.id}, ${definitions.version.toLowerCase()} ${denominator.version}`],
  ];
};

const ofTarget = (target: Target, detail: TargetDetail | null, shown: Shown): Input[] => {
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
  { reference, answer, row }: Numbered,
  detail: TargetDetail | null,
  shown: Shown,
): readonly Input[] => {
  const denominator = DIVIDED.includes(reference.metric) ? (row?.denominator ?? null) : null;
  const target = reference.metric === 'needed' ? (row?.target ?? null) : null;
  return [
    ...asked(answer, row, shown),
    ...(target ? ofTarget(target, detail, shown) : []),
    ...(denominator ? ofDenominator(denominator, shown) : []),
  ];
};
