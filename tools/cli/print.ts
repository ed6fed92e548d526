import type { Answer } from './command.js';

const table = (rows: Exclude<Answer, string>): string => {
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

/** Prints an answer for a person, or with `--json` for a program: lists as an array. */
export const print = (answer: Answer, json: boolean): void => {
  if (json) console.log(JSON.stringify(answer, null, 2));
  else if (typeof answer === 'string') console.log(answer);
  else console.log(answer.length === 0 ? 'nothing' : table(answer));
};
