import type { Batch, Day, Outcome } from '#libs/kernel';
import type { Break, Compared, StatementLine } from '../domain/reconciliation/reconcile.js';
import type { Explanation, Settlement, SettlementEvent } from '../domain/reconciliation/settle-break.js';

export type { SettlementEvent };

/** Which part of the ledger a statement is held against. */
export interface Scope {
  readonly gateway: string;
  /** First and last day that the statement is of, in Jakarta. */
  readonly from: Day;
  readonly through: Day;
}

/** A statement that was held against the ledger. */
export interface Reconciliation extends Scope {
  readonly reconciliationId: string;
  readonly madeBy: string;
  readonly madeAt: string;
  /** SHA-256 of the file, by which it can be told again. */
  readonly fileHash: string;
  readonly lines: number;
  readonly matched: number;
}

/** One that was just made, with all its breaks. */
export interface NewReconciliation {
  readonly reconciliation: Reconciliation;
  readonly breaks: readonly Break[];
}

/** A break with its number in the reconciliation, counted from 1. */
export type NumberedBreak = Break & { readonly number: number; readonly settlement: Settlement };

export type BreakCounts = Readonly<Record<Break['kind'], number>>;

export interface ReconciliationView {
  readonly reconciliation: Reconciliation;
  readonly counts: BreakCounts;
  /** Breaks that two persons have not explained yet. */
  readonly unsettled: number;
  readonly breaks: readonly NumberedBreak[];
}

/** An explanation of a break. */
export interface BreakExplanation {
  readonly reconciliationId: string;
  readonly number: number;
  readonly said: Explanation;
}

/** Statements of gateways held against the ledger. */
export abstract class Reconciliations {
  /** Adds up the lines and what the ledger says of their payments, on whichever day, and of all others of these days. */
  abstract compare(scope: Scope, lines: readonly StatementLine[]): Promise<Compared>;
  abstract keep(batch: Batch<NewReconciliation>): Promise<readonly Outcome<Reconciliation>[]>;
  /** With the breaks behind the given number; null where there is no such reconciliation. */
  abstract find(reconciliationId: string, after: number, limit: number): Promise<ReconciliationView | null>;
  /** Refused as not found where there is no such break. */
  abstract settle(batch: Batch<BreakExplanation>): Promise<readonly Outcome<SettlementEvent>[]>;
}
