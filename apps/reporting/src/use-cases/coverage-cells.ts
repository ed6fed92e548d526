import type { Day } from '#libs/kernel';
import type { Cause } from '../domain/coverage/fact.js';
import type { GraceMonths } from '../domain/coverage/grace.js';
import type { Signature } from '../domain/coverage/terms.js';
import type { AskedMeasure } from './coverage-question.js';

/** Whose persons are asked for: everybody, each once; or those of each channel code (or segment) by itself. */
export type Scope = 'everybody' | 'each';

/** Which persons are asked for. */
export interface CellsQuestion {
  readonly measure: AskedMeasure;
  /** Of those who are protected; none where it is absent. */
  readonly graceMonths?: GraceMonths;
  readonly regions: readonly string[];
  readonly scope: Scope;
  /** `persons`: without telling signatures apart, which is faster; every cell then has an empty one. */
  readonly detail: 'signatures' | 'persons';
  readonly asOf: Day;
  /** Null: all that is known. */
  readonly knownOn: Day | null;
}

/** So many persons of one signature. */
export interface Cell {
  readonly region: string;
  /** The channel code; empty for everybody. */
  readonly scope: string;
  readonly signature: Signature;
  readonly persons: number;
}

/** What is asked of a period. */
export type PeriodQuestion = Omit<CellsQuestion, 'asOf' | 'scope' | 'detail'> & {
  readonly from: Day;
  readonly through: Day;
};

/** By how much a signature's persons change on a day; those of the first day of the period are all there are then. */
export interface CellChange {
  readonly on: Day;
  readonly signature: Signature;
  readonly persons: number;
}

/** What is asked about two days of knowing. */
export type RevisionQuestion = Omit<CellsQuestion, 'scope'> & { readonly sinceKnownOn: Day };

/** What came to be known after a day about a signature's persons, by day of knowing and cause. */
export interface CellRevision {
  /** Null, as is the cause: what was known by then already. */
  readonly knownOn: Day | null;
  readonly cause: Cause | null;
  readonly signature: Signature;
  readonly persons: number;
}

/** Who registered within a period, by region. */
export interface JoinedQuestion {
  readonly regions: readonly string[];
  /** Null: any segment. */
  readonly segment: string | null;
  readonly from: Day;
  readonly asOf: Day;
  readonly knownOn: Day | null;
}

/** The merged cells: how many persons of which signature count where and when. */
export abstract class CoverageCells {
  /** Lets several questions be answered as of one instant, however figures move meanwhile. */
  abstract inOneReading<T>(ask: (cells: CoverageCells) => Promise<T>): Promise<T>;
  /** Persons by region, scope and signature on a day. */
  abstract on(question: CellsQuestion): Promise<readonly Cell[]>;
  /** The same over a period, for all regions of the question together: the first day whole, then changes, by day. */
  abstract over(question: PeriodQuestion): Promise<readonly CellChange[]>;
  /** Persons of all regions of the question together: as known on `sinceKnownOn`, and what was learnt until `knownOn`. */
  abstract revised(question: RevisionQuestion): Promise<readonly CellRevision[]>;
  /** Persons by region of residence on the day who have a membership registered from … asOf. */
  abstract joined(question: JoinedQuestion): Promise<ReadonlyMap<string, number>>;
}
