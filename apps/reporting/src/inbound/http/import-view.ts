import type { ProblemField } from '#libs/http';
import type { Reason } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { ReferenceAnswer } from '../../use-cases/reference-ledger.js';
import { fieldsOfRefusal } from './reference-answers.js';
import type { CsvReference, FileKind } from './references-of-csv.js';

const RESULTS = ['recorded', 'unchanged', 'refused'] as const;

class FieldView {
  @ApiProperty() path!: string;
  @ApiProperty() reason!: string;
}

/** What became of a row. */
export class ImportedRowView {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Its number, the header not counted.' })
  row!: number;
  @ApiProperty() id!: string;
  @ApiProperty({ enum: RESULTS }) result!: (typeof RESULTS)[number];
  @ApiProperty({ type: 'integer', nullable: true, description: 'The latest version under the id.' })
  version!: number | null;
  @ApiProperty({ type: [String] }) reasons!: readonly Reason[];
  @ApiProperty({ type: [FieldView] }) fields!: readonly ProblemField[];
}

/** What became of a file. */
export class ImportView {
  @ApiProperty({ enum: ['denominator', 'target'] }) kind!: FileKind;
  @ApiProperty({ type: 'integer' }) recorded!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
  @ApiProperty({ type: [ImportedRowView] }) rows!: readonly ImportedRowView[];
}

type Result = Omit<ImportedRowView, 'row' | 'id'>;

const malformed = (fields: readonly ProblemField[]): Result => ({
  result: 'refused',
  version: null,
  reasons: ['malformed'],
  fields,
});

const resultOf = (answer: ReferenceAnswer): Result => {
  const version = answer.reference?.version ?? null;
  if (answer.kind === 'refused')
    return { result: 'refused', version, reasons: [answer.reason], fields: fieldsOfRefusal(answer.reason) };
  const result = answer.kind === 'happened' ? 'recorded' : 'unchanged';
  return { result, version, reasons: [], fields: [] };
};

/**
 * The file with a result for each row.
 * @param answers one for each row that said something, in order
 */
export const importView = (
  kind: FileKind,
  rows: readonly CsvReference[],
  answers: readonly ReferenceAnswer[],
): ImportView => {
  const waiting = [...answers].reverse();
  const results = rows.map((row, place) => {
    const result = row.kind === 'malformed' ? malformed(row.fields) : resultOf(waiting.pop()!);
    return { row: place + 1, id: row.id, ...result };
  });
  const count = (result: string) => results.filter((row) => row.result === result).length;
  return {
    kind,
    recorded: count('recorded'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    rows: results,
  };
};
