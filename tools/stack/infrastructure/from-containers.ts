import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start.js';
import { secretsIn } from '../folder/secrets.js';
import { freePorts } from '../processes/free-ports.js';
import { run, type Ran } from '../processes/run.js';
import { step } from '../progress.js';
import { projectRoot } from '../project-root.js';
import type { Site } from '../site.js';
import { databasesAt, type Infrastructure } from './infrastructure.js';

const COMPOSE_FILE = join(projectRoot, 'docker-compose.yml');
const ASKING_MS = 5_000;
/** The first time the images are fetched. */
const STARTING_MS = 600_000;
const STOPPING_MS = 12_000;

/** Whether a container engine answers and can read a Compose file. */
export const engineAnswers = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const asked = ['info', 'compose version'].map((words) =>
    run('docker', words.split(' '), { env, timeout: ASKING_MS }),
  );
  return (await Promise.all(asked)).every((answer) => answer.succeeded);
};

/** Containers and volumes of one data folder have names of their own. */
export const projectNameOf = (path: string): string =>
  `cakupan-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;

/**
 * Starts the two services of `docker-compose.yml` on free ports and waits until both are healthy. Their data lies
 * in volumes of the engine that belong to this folder; a folder that was begun anew begins with new ones.
 */
export const fromContainers = async (site: Site): Promise<Infrastructure> => {
  const { folder, say, env } = site;
  const { postgresPassword } = await secretsIn(folder.file('secrets.json'));
  const [kafkaPort = 0, postgresPort = 0] = await freePorts(2);
  const settings = {
    ...env,
    CAKUPAN_KAFKA_PORT: String(kafkaPort),
    CAKUPAN_POSTGRES_PORT: String(postgresPort),
    CAKUPAN_POSTGRES_PASSWORD: postgresPassword,
  };
  const compose = (args: readonly string[], timeout: number): Promise<Ran> => {
    const project = ['compose', '-f', COMPOSE_FILE, '-p', projectNameOf(folder.path)];
    return run('docker', [...project, ...args], { env: settings, timeout });
  };
  const stop = async () => {
    await compose(['down', '--timeout', '8', ...(folder.isFleeting ? ['--volumes'] : [])], STOPPING_MS);
  };
  site.ending.defer(stop);
  if (folder.isNew) await compose(['down', '--volumes'], STOPPING_MS);
  const started = await step(say, 'Starting PostgreSQL 18 and Kafka 4.1.0 in containers', () =>
    compose(['up', '-d', '--wait', 'kafka', 'postgres'], STARTING_MS),
  );
  if (!started.succeeded) {
    await stop();
    throw new CannotStart(
      `The container engine could not start Kafka and PostgreSQL: ${started.output.trim().split('\n').at(-1)}`,
    );
  }
  const server = `postgres://postgres:${postgresPassword}@127.0.0.1:${postgresPort}/postgres`;
  const kafka = [`127.0.0.1:${kafkaPort}`];
  return { source: 'containers', kafka, server, databases: databasesAt(server) };
};
