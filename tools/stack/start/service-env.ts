import type { ServiceName } from '#libs/contracts';
import type { Secrets } from '../folder/secrets.js';
import { SAMPLE_DAY } from './contents.js';

/** What all services of a stack have in common. */
export interface Surroundings {
  readonly kafka: readonly string[];
  readonly dataFolder: string;
  readonly secrets: Secrets;
  /** The services live in the story that the sample data tells. */
  readonly story: boolean;
}

/** Those that meet a NIK. */
export const HOLDERS_OF_KEYS: readonly ServiceName[] = ['enrollment', 'contribution'];

const OWN_BUSINESS =
  /^(DATABASE_URL|\w+_DATABASE_URL|NIK_\w+_KEY(_PREVIOUS)?|CAKUPAN_CLOCK|CAKUPAN_TODAY|PORT|npm_.*)$/;

const inherited = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !OWN_BUSINESS.test(name)));

const keysOf = (env: NodeJS.ProcessEnv, secrets: Secrets) => ({
  NIK_TOKEN_KEY: env['NIK_TOKEN_KEY'] || secrets.nikTokenKey,
  NIK_VAULT_KEY: env['NIK_VAULT_KEY'] || secrets.nikVaultKey,
  ...(env['NIK_VAULT_KEY_PREVIOUS'] && { NIK_VAULT_KEY_PREVIOUS: env['NIK_VAULT_KEY_PREVIOUS'] }),
});

/** The environment of one service: its own database and port, and the keys only where they are needed. */
export const serviceEnv = (
  name: ServiceName,
  own: { port: number; database: string },
  { kafka, dataFolder, secrets, story }: Surroundings,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv => ({
  ...inherited(env),
  PORT: String(own.port),
  KAFKA_BROKERS: kafka.join(','),
  [`${name.toUpperCase()}_DATABASE_URL`]: own.database,
  CAKUPAN_DATA: dataFolder,
  ...(story ? { CAKUPAN_CLOCK: 'story', CAKUPAN_TODAY: SAMPLE_DAY } : {}),
  ...(HOLDERS_OF_KEYS.includes(name) ? keysOf(env, secrets) : {}),
});
