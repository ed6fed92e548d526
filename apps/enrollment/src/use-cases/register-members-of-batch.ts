import { plainBatch } from '#libs/kernel';
import {
  resultOfFlaw,
  resultOfRow,
  type RowFlaw,
  type RowResult,
} from '../domain/sign-up-batch/row-result.js';
import type { SignUpForm } from '../domain/sign-up/sign-up.js';
import type { RegisterMemberWhenSignedUp } from './register-member-when-signed-up.js';
import type { BatchPart, BatchSender, RawRow, SignUpBatches } from './sign-up-batches.js';
import type { SignUpCommand, SignUpOutcome } from './sign-ups.js';

/** What a row says: a sign-up that its sender may send, or why it is none. */
export type ReadRow =
  | { readonly kind: 'sign-up'; readonly data: SignUpForm }
  | { readonly kind: 'flawed'; readonly signUpId: string | null; readonly flaw: RowFlaw };

/** What the edge knows and the use case asks. */
export interface Edge {
  readonly read: (row: RawRow, sender: BatchSender) => ReadRow;
  /** Whether an error says that the database is away: then the same is right a little later. */
  readonly isOutage: (error: unknown) => boolean;
}

type Placed = ReadRow & { readonly row: number };
type ResultsOf = (outcomes: readonly SignUpOutcome[]) => readonly RowResult[];

const FAILED: RowFlaw = { status: 'failed', reasons: ['bug'], fields: [] };

const idOf = (row: ReadRow) => (row.kind === 'flawed' ? row.signUpId : row.data.signUpId);

const commandsOf = ({ cause, recordedAt }: BatchPart, rows: readonly Placed[]): SignUpCommand[] =>
  rows.flatMap((row) => (row.kind === 'sign-up' ? [{ ...cause, data: row.data, recordedAt }] : []));

/** Each row with what it says itself, or with the next of the outcomes. */
const resultsFrom =
  (rows: readonly Placed[]): ResultsOf =>
  (outcomes) => {
    const waiting = outcomes.values();
    return rows.map((one) => {
      const row = { row: one.row, signUpId: idOf(one) };
      return one.kind === 'flawed' ? resultOfFlaw(row, one.flaw) : resultOfRow(row, waiting.next().value!);
    });
  };

/** The rows of a file are answered, part after part: a part is one transaction, and so is its place in the file. */
export class RegisterMembersOfBatch {
  constructor(
    private readonly batches: SignUpBatches,
    private readonly registerMember: RegisterMemberWhenSignedUp,
  ) {}

  /** Answers one part, of the file that has waited longest; whether there was one. */
  async handle(edge: Edge): Promise<boolean> {
    const part = await this.batches.next();
    if (part === null) return false;
    const rows = part.rows.map((raw, index): Placed => ({
      ...edge.read(raw, part.sender),
      row: part.firstRow + index,
    }));
    try {
      await this.settle(part, commandsOf(part, rows), resultsFrom(rows));
    } catch (error) {
      if (edge.isOutage(error)) throw error;
      const results = await this.eachAlone(part, rows, edge);
      await this.settle(part, [], () => results);
    }
    return true;
  }

  private settle(part: BatchPart, commands: readonly SignUpCommand[], resultsOf: ResultsOf) {
    return this.registerMember.handle(this.batches.onWritePath(part, commands, resultsOf));
  }

  /**
   * A row on which the program fails must stop no other: then each is answered in a transaction of its own. Where this
   * breaks off it begins again, and who was answered gets the same answer: nothing happens twice.
   */
  private async eachAlone(
    part: BatchPart,
    rows: readonly Placed[],
    { isOutage }: Edge,
  ): Promise<RowResult[]> {
    const results: RowResult[] = [];
    for (const row of rows) {
      const outcomes = await this.answer(commandsOf(part, [row])).catch((error: unknown) => {
        if (isOutage(error)) throw error;
        return null;
      });
      const failed: Placed = { kind: 'flawed', row: row.row, signUpId: idOf(row), flaw: FAILED };
      results.push(...resultsFrom([outcomes === null ? failed : row])(outcomes ?? []));
    }
    return results;
  }

  private async answer(commands: readonly SignUpCommand[]): Promise<readonly SignUpOutcome[]> {
    const [command] = commands;
    return command === undefined ? [] : this.registerMember.handle(plainBatch([command]));
  }
}
