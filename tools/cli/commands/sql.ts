import { databasesAt, SERVICES } from '../../stack/infrastructure/infrastructure.js';
import type { Stack } from '../../stack/start/stack-file.js';
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

/** Also of a service that does not run, if its database is on the server of another one. */
const databaseOf = ({ postgres }: Stack, name: string): string | null => {
  const service = SERVICES.find((one) => one === name);
  const [server] = Object.values(postgres);
  return service === undefined || server === undefined
    ? null
    : (postgres[service] ?? databasesAt(server)[service]);
};

/** One statement in a service's database, for what an operator does once a year. */
export const sql: Command = {
  usage: 'sql SERVICE STATEMENT',
  summary: "one SQL statement in a service's database",
  options: {},
  run: async ({ folder, positionals: [name = '', statement = ''] }) => {
    const url = databaseOf(stackIn(folder), name);
    if (url === null) throw new CannotRun(`Say in which service's database: ${SERVICES.join(', ')}.`);
    if (statement.trim() === '') throw new CannotRun('Say which statement, in quotation marks.');
    try {
      return (await asking(url, (database) => database.query<object>(statement))).map(shown);
    } catch (error) {
      throw new CannotRun(`${name}: ${whyOf(error)}`);
    }
  },
};
