import { spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import type { Stack } from '../../tools/stack/start/stack-file.js';
import type { System } from '../../tools/long/kit/system.js';

const root = join(import.meta.dirname, '../..');
const CLI = join(root, 'dist/tools/cli/main.js');

/** What a program has written, and how it ended. */
export interface Ran {
  readonly out: string;
  readonly code: number | null;
}

const ran = (program: string, args: readonly string[], system: System): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      CAKUPAN_DATA: system.folder,
      PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`,
    };
    const child = spawn(program, [...args], { cwd: root, env });
    let out = '';
    for (const output of [child.stdout, child.stderr]) output.on('data', (text) => (out += String(text)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ out, code }));
  });

/** Somebody at the console of a system. */
export class Operator {
  constructor(private readonly system: System) {}

  /** Pastes a command into a shell, with the numbers and ids of this system put in. */
  paste(command: string, put: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const given = { '.cakupan': this.system.folder, ...put };
    const here = Object.entries(given).reduce((text, [from, to]) => text.replaceAll(from, to), command);
    return ran('bash', ['-c', `set -euo pipefail\n${here}`], this.system);
  }

  cakupan(...words: readonly string[]): Promise<Ran> {
    return ran(process.execPath, ['--disable-warning=TimeoutNegativeWarning', CLI, ...words], this.system);
  }

  /** What a command says for programs. */
  async data<T>(...words: readonly string[]): Promise<T> {
    return JSON.parse((await this.cakupan(...words, '--json')).out) as T;
  }
}

/** One figure of a service from Prometheus, of all labels together. */
export const metric = async (address: string, name: string): Promise<number> => {
  const text = await (await fetch(`${address}/metrics`)).text();
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
};

/** A connection to the database of a service, or to another one on its server. */
export const connected = async (
  { postgres }: Stack,
  service: keyof Stack['postgres'],
  database?: string,
): Promise<pg.Client> => {
  const url = new URL(postgres[service]!);
  if (database !== undefined) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.toString(), application_name: 'a forgotten console' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};
