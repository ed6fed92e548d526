import type { ServiceName } from '#libs/contracts';
import { CannotRun } from '../cannot-run.js';
import type { Command } from '../command.js';
import { asking } from '../look/database.js';
import { whyOf } from '../look/looked.js';
import { stackIn } from '../stack-in.js';

type Row = Readonly<Record<string, string | number | null>>;

const cell = (value: unknown): string | number | null => {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
};

const shown = (row: object): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)]));

/** One statement in a service's database, for what an operator does once a year. */
export const sql: Command = {
  usage: 'sql SERVICE STATEMENT',
  summary: "one SQL statement in a service's database",
  options: {},
  run: async ({ folder, positionals: [name = '', statement = ''] }) => {
    const { postgres } = stackIn(folder);
    const url = postgres[name as ServiceName];
    if (url === undefined)
      throw new CannotRun(`Say in which service's database: ${Object.keys(postgres).join(', ')}.`);
    if (statement.trim() === '') throw new CannotRun('Say which statement, in quotation marks.');
    try {
      return (await asking(url, (database) => database.query<object>(statement))).map(shown);
    } catch (error) {
      throw new CannotRun(`${name}: ${whyOf(error)}`);
    }
  },
};
