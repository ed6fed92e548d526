import type { Day, PayerKind, Programme, Segment } from '#libs/kernel';

/** What a membership is at a time: the part of it that contributions depend on. */
export interface Terms {
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  readonly basisRupiah: number;
  readonly occupations: readonly string[];
  readonly payerKind: PayerKind;
}

/** What is different from a day on. */
export interface TermsChange {
  readonly from: Day;
  readonly changes: Partial<Terms>;
}

/** The terms at registration and all changes since, in the order of their days; of one day, the later recorded last. */
export interface TermsHistory {
  readonly first: Terms;
  readonly changes: readonly TermsChange[];
}

/** The history with a change more, which may take effect before others that are known. */
export const withChange = (history: TermsHistory, change: TermsChange): TermsHistory => ({
  ...history,
  changes: [
    ...history.changes.filter(({ from }) => from <= change.from),
    change,
    ...history.changes.filter(({ from }) => from > change.from),
  ],
});

/** The terms in force on a day. */
export const termsOn = ({ first, changes }: TermsHistory, day: Day): Terms =>
  changes.length === 0
    ? first
    : changes
        .filter(({ from }) => from <= day)
        .reduce((terms, change) => ({ ...terms, ...change.changes }), first);
