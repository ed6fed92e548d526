import { parseArgs } from 'node:util';
import { CannotRun } from './cannot-run.js';
import { doctor } from './commands/doctor.js';
import { lag } from './commands/lag.js';
import { outlines } from './commands/outlines.js';
import { parked } from './commands/parked.js';
import { rebuild } from './commands/rebuild.js';
import { signUps } from './commands/sign-ups.js';
import { proof } from './commands/proof.js';
import { simulateCommand } from './commands/simulate.js';
import { sql } from './commands/sql.js';
import { token } from './commands/token.js';
import { print } from './print.js';
import type { Command } from './command.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  doctor,
  lag,
  parked,
  proof,
  rebuild,
  token,
  sql,
  'sign-ups': signUps,
  outlines,
  simulate: simulateCommand,
};

const help = () =>
  [
    'cakupan <command> [--data DIR] [--json]',
    ...Object.values(COMMANDS).map(({ usage, summary }) => `  ${usage.padEnd(64)} ${summary}`),
  ].join('\n');

const said = (text: string): number => {
  console.log(text);
  return 0;
};

const OPTIONS = {
  data: { type: 'string', default: process.env['CAKUPAN_DATA'] || '.cakupan' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Answers the exit code. */
const run = async (): Promise<number> => {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) {
    if (name === '' || name === 'help' || name === '--help') return said(help());
    throw new CannotRun(`There is no command ${name}.\n\n${help()}`);
  }
  const { values, positionals } = parseArgs({
    args: rest,
    options: { ...OPTIONS, ...command.options },
    allowPositionals: true,
  });
  if (values.help) return said(`cakupan ${command.usage}\n${command.summary}`);
  const { data, json, ...given } = values;
  const answer = await command.run({ folder: data, values: given, positionals });
  print(answer, json);
  return typeof answer === 'object' && 'exitCode' in answer ? answer.exitCode : 0;
};

try {
  process.exitCode = await run();
} catch (error) {
  const clear = error instanceof CannotRun || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(clear ? (error as Error).message : error);
  process.exitCode = clear ? 2 : 1;
}
// Clients that still try to reach somebody who is away hold nobody up.
process.stdout.write('', () => process.exit());
