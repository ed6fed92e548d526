import type { Reason } from '#libs/kernel';
import type { SignUpAnswer, SignUpResult } from '../sign-up/sign-up.js';

/** What is wrong with one field of a row. */
export interface RowField {
  readonly path: string;
  readonly reason: Reason;
}

/** Why a row is no sign-up that its sender may send. */
export interface RowFlaw {
  readonly status: 'refused' | 'malformed' | 'failed';
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly fields: readonly RowField[];
}

/** Which row it is of which sign-up; a row that cannot be read names none. */
interface Row {
  /** 1, 2, 3 …: the header of a table and empty lines are not counted. */
  readonly row: number;
  readonly signUpId: string | null;
}

/** What became of a row. It says nothing that identifies a person. `repeated`: the same was answered before. */
export type RowResult = Row &
  (
    | (SignUpResult & { readonly status: 'accepted'; readonly repeated: boolean })
    | (RowFlaw & { readonly repeated: boolean })
  );

/** The rows of a file by what became of them; `repeated` counts some of these again. */
export interface Tally {
  readonly registered: number;
  readonly alreadyMember: number;
  readonly refused: number;
  readonly malformed: number;
  readonly failed: number;
  readonly repeated: number;
}

/** The result of a row that a rule answered. */
export const resultOfRow = (
  row: Row,
  { answer, result }: { readonly answer: SignUpAnswer; readonly result: SignUpResult },
): RowResult => {
  const repeated = answer === 'repeat';
  if (answer === 'id-reused')
    return { ...row, status: 'refused', reasons: ['sign-up-id-reused'], fields: [], repeated };
  if (result.status === 'accepted') return { ...row, ...result, repeated };
  return { ...row, status: 'refused', reasons: result.reasons, fields: [], repeated };
};

/** The result of a row that no rule was asked about. */
export const resultOfFlaw = (row: Row, flaw: RowFlaw): RowResult => ({ ...row, ...flaw, repeated: false });

const countOf = (results: readonly RowResult[], applies: (result: RowResult) => boolean): number =>
  results.filter(applies).length;

/** The rows counted. */
export const tallyOf = (results: readonly RowResult[]): Tally => {
  const accepted = (outcome: 'registered' | 'already-member') =>
    countOf(results, (one) => one.status === 'accepted' && one.outcome === outcome);
  const flawed = (status: RowFlaw['status']) => countOf(results, (one) => one.status === status);
  return {
    registered: accepted('registered'),
    alreadyMember: accepted('already-member'),
    refused: flawed('refused'),
    malformed: flawed('malformed'),
    failed: flawed('failed'),
    repeated: countOf(results, ({ repeated }) => repeated),
  };
};
