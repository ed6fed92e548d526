import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { CannotStart } from '../cannot-start.js';
import type { DataFolder } from '../folder/data-folder.js';
import { checkRoom, NEEDED_AGAIN_MIB } from '../folder/disk.js';
import { answers } from '../processes/free-ports.js';
import { run } from '../processes/run.js';
import type { Say } from '../progress.js';
import type { Site } from '../site.js';
import { KeptProcess, type Recipe } from '../supervise/kept-process.js';
import { closeLog, lastMatch, openLog, tailOf } from '../supervise/log-file.js';
import { findJava } from './java.js';
import { kafkaJars } from './kafka-jars.js';
import { brokerProperties, logProperties, type BrokerPlace } from './kafka-settings.js';

const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 6_000;

const BROKER_FLAGS = ['-Xms256m', '-Xmx768m', '-XX:+ExitOnOutOfMemoryError', '-Djava.awt.headless=true'];
/** A tool that runs for a second gains nothing from a full compiler. */
const TOOL_FLAGS = ['-Xmx128m', '-XX:TieredStopAtLevel=1'];

/** What is needed to call Kafka's programs. */
export interface Programs {
  readonly java: string;
  readonly classPath: string;
}

/** Looks for Java and fetches the jars; refused with a sentence when one of them cannot be had. */
export const kafkaPrograms = async (say: Say, env: NodeJS.ProcessEnv): Promise<Programs> => {
  const java = await findJava(env);
  return { java, classPath: `${await kafkaJars(say, env)}/*` };
};

/** A new cluster's id: 16 bytes in base64url, none that begins like an option. */
const newClusterId = (): string => {
  const bytes = randomBytes(16);
  bytes[0]! &= 0x7f;
  return bytes.toString('base64url');
};

/** Formats the log folder beside its place and moves it there whole. */
const format = async (
  folder: DataFolder,
  { java, classPath }: Programs,
  place: BrokerPlace,
): Promise<void> => {
  const draft = `${place.dataFolder}.new`;
  await rm(draft, { recursive: true, force: true });
  const properties = folder.file('kafka', 'format.properties');
  await writeFile(properties, brokerProperties({ ...place, dataFolder: draft }));
  const args = ['format', '--cluster-id', newClusterId(), '--config', properties];
  const done = await run(java, [...TOOL_FLAGS, '-cp', classPath, 'kafka.tools.StorageTool', ...args]);
  if (!done.succeeded) throw new CannotStart(`Kafka could not make its files: ${done.output.trim()}`);
  await rename(draft, place.dataFolder);
  await rm(properties);
};

const prepare = async (folder: DataFolder, programs: Programs, place: BrokerPlace): Promise<void> => {
  await mkdir(folder.file('kafka'), { recursive: true });
  if (!existsSync(place.dataFolder)) await format(folder, programs, place);
  await writeFile(folder.file('kafka', 'server.properties'), brokerProperties(place));
  await writeFile(folder.file('kafka', 'log4j2.properties'), logProperties(folder.logFile('kafka')));
};

/** How Kafka is run on this machine, its data in the folder, on these ports of 127.0.0.1; its files are made if missing. */
export const kafkaRecipe = async (
  folder: DataFolder,
  ports: Omit<BrokerPlace, 'dataFolder'>,
  programs: Programs,
): Promise<{ recipe: Recipe; address: string }> => {
  await prepare(folder, programs, { ...ports, dataFolder: folder.file('kafka', 'data') });
  const log = folder.logFile('kafka');
  const console = folder.logFile('kafka-console');
  const logging = `-Dlog4j2.configurationFile=${folder.file('kafka', 'log4j2.properties')}`;
  const main = ['kafka.Kafka', folder.file('kafka', 'server.properties')];
  const launch = async () => {
    // On a full disk it takes for corrupt what it cannot read back whole, and cuts its own log.
    await checkRoom(folder.file('kafka', 'data'), NEEDED_AGAIN_MIB);
    const output = openLog(console);
    const args = [...BROKER_FLAGS, logging, '-cp', programs.classPath, ...main];
    const child = spawn(programs.java, args, {
      cwd: folder.path,
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeLog(output);
    return child;
  };
  const recipe: Recipe = {
    name: 'Kafka',
    launch,
    ready: () => answers(ports.port),
    readyWithinMs: READY_WITHIN_MS,
    stopSignal: 'SIGTERM',
    stopWithinMs: STOP_WITHIN_MS,
    explain: () =>
      lastMatch(tailOf(log) + tailOf(console), /(ERROR|FATAL|Caused by|Error:).*/) ?? `Its log is ${log}.`,
  };
  return { recipe, address: `127.0.0.1:${ports.port}` };
};

/** Kafka on this machine, kept running; not started yet. */
export const kafkaOn = async (
  { folder, watcher }: Site,
  place: Omit<BrokerPlace, 'dataFolder'>,
  programs: Programs,
): Promise<{ process: KeptProcess; address: string }> => {
  const { recipe, address } = await kafkaRecipe(folder, place, programs);
  return { process: new KeptProcess(recipe, watcher), address };
};
