import type { Answer } from './command.js';

type Rows = Extract<Answer, readonly unknown[]>;

const table = (rows: Rows): string => {
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

/** Prints an answer for a person, or with `--json` for a program: lists as an array. */
export const print = (answer: Answer, json: boolean): void => {
  const isOne = typeof answer === 'object' && 'one' in answer;
  if (json) console.log(JSON.stringify(isOne ? answer.one : answer, null, 2));
  else if (typeof answer === 'string') console.log(answer);
  else if (isOne) console.log(properties(answer.one));
  else console.log(answer.length === 0 ? 'nothing' : table(answer));
};
