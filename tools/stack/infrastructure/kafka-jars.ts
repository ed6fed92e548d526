import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { CannotStart } from '../cannot-start.js';
import { run } from '../processes/run.js';
import { step, type Say } from '../progress.js';
import { projectRoot } from '../project-root.js';

const POM = join(projectRoot, 'deploy', 'kafka', 'pom.xml');
const VERSION = '4.1.0';

const OTHERWISE = 'or start a container engine, or set KAFKA_BROKERS and DATABASE_URL';

const cacheFolder = (env: NodeJS.ProcessEnv, pom: string): string => {
  const caches = env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const contents = createHash('sha256').update(pom).digest('hex').slice(0, 8);
  return join(caches, 'cakupan', `kafka-${VERSION}-${contents}`);
};

/** Why the jars could not be fetched, as a sentence. */
export const downloadRefusal = (missing: boolean, output: string): string => {
  if (missing) {
    return `Kafka's jars are fetched by Maven, and no mvn was found. Install it (Debian and Ubuntu: apt-get install maven; macOS: brew install maven), ${OTHERWISE}.`;
  }
  const error = output.split('\n').find((line) => line.includes('[ERROR]'));
  return `Maven could not fetch Kafka's jars: ${(error ?? output).replace('[ERROR]', '').trim()} Look at the connection and start again, ${OTHERWISE}.`;
};

const fetchInto = async (target: string): Promise<void> => {
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(`${target}.`);
  try {
    const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${draft}`];
    const fetched = await run('mvn', ['-q', '-B', '-ntp', '-f', POM, ...copy]);
    if (!fetched.succeeded) throw new CannotStart(downloadRefusal(fetched.missing, fetched.output));
    // Another start may have been faster: its folder is as good.
    await rename(draft, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/** The folder with the jars of the broker; fetched once per user and version, whole or not at all. */
export const kafkaJars = async (say: Say, env: NodeJS.ProcessEnv): Promise<string> => {
  const target = cacheFolder(env, await readFile(POM, 'utf8'));
  if (!existsSync(target)) {
    await step(say, `Fetching Kafka ${VERSION} (only the first time)`, () => fetchInto(target));
  }
  return target;
};
