import { join } from 'node:path';
import { CannotStart } from '../cannot-start.js';
import { run } from '../processes/run.js';

export const JAVA_NEEDED = 17;

const OTHERWISE = 'or start a container engine, or set KAFKA_BROKERS and DATABASE_URL';
const INSTALL = `Install it (Debian and Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17), ${OTHERWISE}.`;

/** The major version out of what `java -version` prints; null when it prints none. */
export const javaMajor = (printed: string): number | null => {
  const version = /version "(?:1\.)?(\d+)/.exec(printed)?.[1];
  return version === undefined ? null : Number(version);
};

/** Why this Java does not do, as a sentence, or null when it does. */
export const javaRefusal = (printed: string | null): string | null => {
  const major = printed === null ? null : javaMajor(printed);
  if (major === null) return `Kafka needs Java ${JAVA_NEEDED} or newer, and no Java was found. ${INSTALL}`;
  return major >= JAVA_NEEDED
    ? null
    : `Kafka needs Java ${JAVA_NEEDED} or newer; this is Java ${major}. ${INSTALL}`;
};

/** The program `java`, after looking at its version; refused with a sentence when it is missing or too old. */
export const findJava = async (env: NodeJS.ProcessEnv): Promise<string> => {
  const java = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java';
  const asked = await run(java, ['-version']);
  const refusal = javaRefusal(asked.succeeded ? asked.output : null);
  if (refusal !== null) throw new CannotStart(refusal);
  return java;
};
