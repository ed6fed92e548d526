import { textTable } from '../print.js';

interface Table {
  readonly table: string;
  readonly oldRows: number;
  readonly newRows: number;
  readonly differing: number;
  readonly first: readonly {
    readonly key: Readonly<Record<string, string | number>>;
    readonly old: number;
    readonly new: number;
  }[];
}

/** What is used of the answer of `GET /v1/rebuilds/{id}`. */
export interface Rebuild {
  readonly id: string;
  readonly status: string;
  readonly progress: {
    readonly read: number;
    readonly total: number;
    readonly messagesPerSecond: number;
    readonly secondsLeft: number | null;
  };
  readonly comparison: {
    readonly same: boolean;
    readonly comparedAt: string;
    readonly tables: readonly Table[];
  } | null;
  readonly trouble: string | null;
}

/** What somebody may do about it now. */
const NEXT: Readonly<Record<string, string>> = {
  ready: 'To let the new figures take the place of the old ones: cakupan rebuild switch.',
  switched:
    'The old figures are kept: cakupan rebuild rollback puts them back, cakupan rebuild cancel gives them up.',
};

const progressOf = ({ read, total, messagesPerSecond, secondsLeft }: Rebuild['progress']): string => {
  const left = secondsLeft === null ? 'nobody knows yet how long' : `${secondsLeft} s left`;
  return `${read} of ${total} messages read, ${messagesPerSecond} a second, ${left}.`;
};

const keyOf = (key: Readonly<Record<string, string | number>>) =>
  Object.entries(key)
    .map(([column, value]) => `${column}=${value}`)
    .join(' ');

const differencesOf = (tables: readonly Table[]): string[] =>
  tables.flatMap(({ table, first }) =>
    first.map(({ key, old, new: now }) => `${table} ${keyOf(key)}: ${old} before, ${now} now`),
  );

const comparisonOf = ({ same, comparedAt, tables }: NonNullable<Rebuild['comparison']>): string[] => [
  '',
  same ? `Compared at ${comparedAt}: every row is the same.` : `Compared at ${comparedAt}: they differ.`,
  textTable(tables.map(({ first: _first, ...counts }) => counts)),
  ...differencesOf(tables),
];

/** Where a rebuild stands, how the figures compare, and what somebody may do now. */
export const screenOf = ({ id, status, progress, comparison, trouble }: Rebuild): string => {
  const next = NEXT[status];
  return [
    `Rebuild ${id} is ${status}.`,
    progressOf(progress),
    ...(trouble === null ? [] : [trouble]),
    ...(comparison === null ? [] : comparisonOf(comparison)),
    ...(next === undefined ? [] : ['', next]),
  ].join('\n');
};
