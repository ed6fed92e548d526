import { spawn } from 'node:child_process';
import { chown, mkdir, rename, rm, writeFile, access } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { CannotStart } from '../cannot-start.js';
import type { DataFolder } from '../folder/data-folder.js';
import { secretsIn } from '../folder/secrets.js';
import { run } from '../processes/run.js';
import type { Site } from '../site.js';
import { KeptProcess, type Recipe } from '../supervise/kept-process.js';
import { closeLog, lastMatch, openLog, tailOf } from '../supervise/log-file.js';
import { postgresAccount, type Account } from './postgres-account.js';
import { postgresPrograms, type Programs } from './postgres-programs.js';
import { CLUSTER_OPTIONS, postgresSettings } from './postgres-settings.js';

/** After a crash it does again what its log holds, up to four gigabytes; should it end meanwhile, that is noticed at once. */
const READY_WITHIN_MS = 600_000;
const STOP_WITHIN_MS = 5_000;

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

const ownedFolder = async (path: string, account: Account): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (account.owner !== null) await chown(path, account.owner.uid, account.owner.gid);
};

/** Makes the cluster beside its place and moves it there whole, so that a crash never leaves half of one. */
const createCluster = async (
  folder: DataFolder,
  programs: Programs,
  account: Account,
  password: string,
): Promise<void> => {
  const draft = folder.file('postgres.new');
  await rm(draft, { recursive: true, force: true });
  await ownedFolder(draft, account);
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account.owner !== null) await chown(passwordFile, account.owner.uid, account.owner.gid);
  const cluster = join(draft, 'cluster');
  const options = [
    `--pgdata=${cluster}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ];
  const call = account.call(programs.initdb, [...options, ...CLUSTER_OPTIONS]);
  const made = await run(call.program, call.args, { ...call.options, cwd: '/' });
  if (!made.succeeded) throw new CannotStart(`PostgreSQL could not make its files: ${made.output.trim()}`);
  await rename(cluster, folder.file('postgres'));
  await rm(draft, { recursive: true, force: true });
};

const accepts = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** How PostgreSQL is run on this machine, its data in the folder, on the port of 127.0.0.1; its files are made if missing. */
export const postgresRecipe = async (
  folder: DataFolder,
  port: number,
): Promise<{ recipe: Recipe; url: string }> => {
  const programs = await postgresPrograms();
  const account = postgresAccount([programs.postgres, `${folder.path}/.`]);
  const { postgresPassword } = await secretsIn(folder.file('secrets.json'));
  const data = folder.file('postgres');
  if (!(await exists(data))) await createCluster(folder, programs, account, postgresPassword);
  const url = `postgres://postgres:${postgresPassword}@127.0.0.1:${port}/postgres`;
  const settings = postgresSettings().flatMap((setting) => ['-c', setting]);
  const log = folder.logFile('postgres');
  const launch = async () => {
    const output = openLog(log);
    const call = account.call(programs.postgres, ['-D', data, '-p', String(port), ...settings]);
    const child = spawn(call.program, call.args, {
      ...call.options,
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeLog(output);
    return child;
  };
  const recipe: Recipe = {
    name: 'PostgreSQL',
    launch,
    ready: () => accepts(url),
    readyWithinMs: READY_WITHIN_MS,
    // SIGINT is PostgreSQL's "fast": it breaks open connections off and closes its files properly.
    stopSignal: 'SIGINT',
    stopWithinMs: STOP_WITHIN_MS,
    explain: () => lastMatch(tailOf(log), /(FATAL|PANIC|could not).*/) ?? `Its log is ${log}.`,
  };
  return { recipe, url };
};

/** PostgreSQL on this machine, kept running; not started yet. */
export const postgresOn = async (
  { folder, watcher }: Site,
  port: number,
): Promise<{ process: KeptProcess; url: string }> => {
  const { recipe, url } = await postgresRecipe(folder, port);
  return { process: new KeptProcess(recipe, watcher), url };
};
