import { plainBatch, type Clock, type Ids } from '#libs/kernel';
import { reconcileDiffering, type StatementLine } from '../domain/reconciliation/reconcile.js';
import type { Reconciliation, Reconciliations, Scope } from './reconciliations.js';

export type { StatementLine };

/** A gateway's statement as it was handed in. */
export interface Statement extends Scope {
  readonly lines: readonly StatementLine[];
  readonly fileHash: string;
  readonly madeBy: string;
  /** The instant that the request states for itself; heeded by the story clock alone. */
  readonly statedAt: string | null;
}

/** A statement is held against the ledger; what does not agree is kept until two persons have explained it. */
export class ReconcileStatementWithLedger {
  constructor(
    private readonly reconciliations: Reconciliations,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Answers with the id of the reconciliation. */
  async handle({ lines, statedAt, ...statement }: Statement): Promise<string> {
    const compared = await this.reconciliations.compare(statement, lines);
    const { matched, breaks } = reconcileDiffering(lines, compared);
    const reconciliation: Reconciliation = {
      ...statement,
      reconciliationId: this.ids.next(),
      madeAt: this.clock.recordedAt(statedAt),
      lines: lines.length,
      matched,
    };
    await this.reconciliations.keep(plainBatch([{ reconciliation, breaks }]));
    return reconciliation.reconciliationId;
  }
}
