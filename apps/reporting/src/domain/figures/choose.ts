import type { Day } from '#libs/kernel';
import {
  isInForce,
  regionsKey,
  type Denominator,
  type Target,
  type Version,
} from '../references/references.js';

/** Whom a row counts, as far as denominators and targets go by it. */
export interface RowSubject {
  readonly regions: readonly string[];
  /** Null: any; `several`: more than one, for which nobody publishes a count. */
  readonly segment: string | null;
  readonly occupation: string | null;
  /** A slice by something else than region, segment or occupation group: it has neither. */
  readonly isOtherPart: boolean;
}

/** Stands for a filter of several values. */
export const SEVERAL = 'several';

/** What a query names instead of the defaults: an id that was found, or nothing. */
export interface Choice<Content> {
  readonly named: Version<Content> | null;
  /** Latest versions of those whose regions occur in the answer. */
  readonly candidates: readonly Version<Content>[];
}

const isOf = (subject: RowSubject, { regions }: { regions: readonly string[] }) =>
  regionsKey(subject.regions) === regionsKey(regions);

const last = <Content>(
  candidates: readonly Version<Content>[],
  isBefore: (a: Version<Content>, b: Version<Content>) => boolean,
) =>
  candidates.reduce<Version<Content> | null>(
    (best, each) => (best === null || isBefore(best, each) ? each : best),
    null,
  );

/**
 * The denominator of a row: the one named, where its regions are the row's; else the newest default one for just these
 * regions, segment and occupation group whose day is not after the figure's, of several the one recorded last.
 */
export const denominatorFor = (
  subject: RowSubject,
  { named, candidates }: Choice<Denominator>,
  asOf: Day,
): Version<Denominator> | null => {
  if (subject.isOtherPart) return null;
  if (named !== null) return isOf(subject, named) ? named : null;
  const fitting = candidates.filter(
    (each) =>
      each.use === 'default' &&
      each.asOf <= asOf &&
      each.segment === subject.segment &&
      each.occupation === subject.occupation &&
      isOf(subject, each),
  );
  return last(fitting, (a, b) => a.asOf < b.asOf || (a.asOf === b.asOf && a.position < b.position));
};

/** The target of a row: the one named, where its regions are the row's; else the one in force, of several the last recorded. */
export const targetFor = (
  subject: RowSubject,
  { named, candidates }: Choice<Target>,
  asOf: Day,
): Version<Target> | null => {
  if (subject.isOtherPart) return null;
  if (named !== null) return isOf(subject, named) ? named : null;
  if (subject.occupation !== null) return null;
  const fitting = candidates.filter(
    (each) => each.segment === subject.segment && isInForce(each, asOf) && isOf(subject, each),
  );
  return last(fitting, (a, b) => a.position < b.position);
};
