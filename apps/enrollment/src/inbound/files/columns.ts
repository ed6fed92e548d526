import { Problem } from '#libs/http';
import type { RawRow } from '../../use-cases/sign-up-batches.js';

/** The columns that a table of sign-ups may have: the fields of a sign-up, dotted. */
export const COLUMNS: readonly string[] = [
  'signUpId',
  'submittedAt',
  'channel.kind',
  'channel.code',
  'channel.agent',
  'channel.campaign',
  'person.nik',
  'person.fullName',
  'person.birthDate',
  'person.sex',
  'person.mobile',
  'person.email',
  'person.address',
  'residence',
  'segment',
  'occupations',
  'declaredIncome',
  'programmes',
  'startsOn',
  'eventCover.name',
  'eventCover.from',
  'eventCover.through',
  'employer.code',
  'employer.name',
  'payer.kind',
  'payer.code',
  'consent.textVersion',
  'consent.givenAt',
];

const LISTS = new Set(['occupations', 'programmes']);
const BETWEEN_ITEMS = /[\s;|]+/;
const WHOLE_NUMBER = /^\d{1,16}$/;
/** What a decoder puts where bytes are no UTF-8. */
const REPLACEMENT = '\ufffd';

/** The header as columns. Throws a 400 for one that is none. */
export const columnsOf = (header: readonly string[]): readonly string[] => {
  const strange = header.find((column) => !COLUMNS.includes(column));
  if (strange !== undefined)
    throw Problem.malformed([{ path: strange.slice(0, 64), reason: 'unknown-field' }]);
  const repeated = header.find((column, index) => header.indexOf(column) < index);
  if (repeated !== undefined) throw Problem.malformed([{ path: repeated, reason: 'malformed' }]);
  if (!header.includes('signUpId')) throw Problem.malformed([{ path: 'signUpId', reason: 'missing' }]);
  return header;
};

const valueOf = (column: string, cell: string): unknown => {
  if (LISTS.has(column)) return cell.split(BETWEEN_ITEMS);
  return column === 'declaredIncome' && WHOLE_NUMBER.test(cell) ? Number(cell) : cell;
};

/** The row as a request has it: an empty cell is absent, and so is a group of which every cell is empty. */
export const rowOf = (columns: readonly string[], cells: readonly string[]): RawRow => {
  if (cells.length !== columns.length) return { flaw: 'malformed' };
  const row: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    const cell = cells[index]!.trim();
    if (cell === '') return;
    const [name, inner] = column.split('.') as [string, string?];
    if (inner === undefined) row[name] = valueOf(column, cell);
    else row[name] = { ...(row[name] as object | undefined), [inner]: cell };
  });
  const text = JSON.stringify(row);
  return text.includes(REPLACEMENT) ? { flaw: 'unreadable' } : text;
};
