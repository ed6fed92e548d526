import type { Answer } from './command.js';

type Rows = Extract<Answer, readonly unknown[]>;

/** Rows as a table for people, under the names of the first row's properties. */
export const textTable = (rows: Rows): string => {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

const properties = (one: Readonly<Record<string, unknown>>): string => {
  const width = Math.max(...Object.keys(one).map((name) => name.length));
  return Object.entries(one)
    .map(([name, value]) => `${name.padEnd(width)}  ${shown(value)}`.trimEnd())
    .join('\n');
};

const dataOf = (answer: Answer): unknown => {
  if (typeof answer === 'string') return answer;
  if ('one' in answer) return answer.one;
  return 'data' in answer ? answer.data : answer;
};

const textOf = (answer: Answer): string => {
  if (typeof answer === 'string') return answer;
  if ('one' in answer) return properties(answer.one);
  if ('text' in answer) return answer.text;
  return answer.length === 0 ? 'nothing' : textTable(answer);
};

/** Prints an answer for a person, or with `--json` for a program: lists as an array. */
export const print = (answer: Answer, json: boolean): void =>
  console.log(json ? JSON.stringify(dataOf(answer), null, 2) : textOf(answer));
