import type { Reason } from '#libs/kernel';
import type { Denominator, Target, Version } from '../references/references.js';
import { neededFor, percentageText } from './ratio.js';

/** The denominator as a row shows it. */
export type ShownDenominator = Pick<
  Version<Denominator>,
  'id' | 'version' | 'value' | 'definition' | 'asOf' | 'source'
>;

/** The target as a row shows it, with the persons still needed. */
export type ShownTarget = Pick<Version<Target>, 'id' | 'version' | 'kind' | 'value'> & {
  readonly needed: number | null;
};

/** One figure: a region (or set of regions), or a part of it. */
export interface Row {
  /** Codes, sorted and joined by commas; null for persons who belong to none of the children. */
  readonly region: string | null;
  readonly name: string | null;
  /** The slice, when it is not a region. */
  readonly part: string | null;
  readonly persons: number | null;
  readonly denominator: ShownDenominator | null;
  readonly coverage: number | null;
  readonly coverageText: string | null;
  readonly gap: number | null;
  readonly target: ShownTarget | null;
  readonly warnings?: readonly Reason[];
  /** Under ten persons, or such that the figure would reveal one that is. */
  readonly masked?: true;
}

/** Tells the rows of one answer apart. */
export const keyOfRow = ({ region, part }: Pick<Row, 'region' | 'part'>): string => `${region} ${part}`;

/** What a row is made of. */
export interface RowParts extends Pick<Row, 'region' | 'name' | 'part'> {
  readonly persons: number;
  readonly segment: string | null;
  readonly denominator: Version<Denominator> | null;
  readonly target: Version<Target> | null;
  /** Newly registered within the target's period. */
  readonly joined: number;
}

const shownDenominator = ({ id, version, value, definition, asOf, source }: Version<Denominator>) => ({
  id,
  version,
  value,
  definition,
  asOf,
  source,
});

const shownTarget = (target: Version<Target>, { persons, denominator, joined }: RowParts): ShownTarget => ({
  id: target.id,
  version: target.version,
  kind: target.kind,
  value: target.value,
  needed: neededFor(target, { persons, denominator: denominator?.value ?? null, joined }),
});

/** What has to be said where a target is held against something that it was not stated of. */
export const warningsOf = ({
  target,
  denominator,
  segment,
}: Pick<RowParts, 'target' | 'denominator' | 'segment'>): readonly Reason[] => {
  const warnings: Reason[] = [];
  if (target?.base && denominator && target.base !== denominator.definition)
    warnings.push('target-base-differs');
  if (target && target.segment !== segment) warnings.push('target-segment-differs');
  return warnings;
};

/** The row with its ratio, gap and what the target needs; without a denominator these are null. */
export const rowOf = (parts: RowParts): Row => {
  const { region, name, part, persons, denominator, target } = parts;
  const warnings = warningsOf(parts);
  return {
    region,
    name,
    part,
    persons,
    denominator: denominator && shownDenominator(denominator),
    coverage: denominator && persons / denominator.value,
    coverageText: denominator && percentageText(persons, denominator.value),
    gap: denominator && denominator.value - persons,
    target: target && shownTarget(target, parts),
    ...(warnings.length > 0 && { warnings }),
  };
};

/**
 * The row without what tells how many joined lately: they are others than the persons of the row, by whose number it is
 * decided what the public may see, and may be few where those are many.
 */
export const withoutJoined = (row: Row): Row =>
  row.target?.kind === 'new' ? { ...row, target: { ...row.target, needed: null } } : row;

/** The row without what tells how many persons there are. */
export const maskedRow = (row: Row): Row => ({
  ...row,
  persons: null,
  coverage: null,
  coverageText: null,
  gap: null,
  target: row.target && { ...row.target, needed: null },
  masked: true,
});
