import { readFileSync } from 'node:fs';
import type { Clock } from './clock.js';
import { isDay } from './day.js';
import { MachineClock, StoryClock } from './system.js';

/** Variables as the process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says to every service. */
export interface ServiceSettings {
  readonly brokers: readonly string[];
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly clock: Clock;
  readonly logLevel: string;
  /** An OIDC issuer, or nothing where local keys lie in the data folder. */
  readonly issuer: string | undefined;
  readonly dataFolder: string | undefined;
}

const HOST_DEFAULT = '127.0.0.1';
const LOCAL_HOSTS = new Set(['127.0.0.1', '::1', 'localhost']);
/** 32 bytes of chance are longer than this in any usual spelling; anything shorter could be guessed. */
const KEY_CHARACTERS_MIN = 32;

/** A variable that must be there. */
export const required = (env: Environment, name: string): string => {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} must be set`);
  return value;
};

/** A secret that is long enough to be one: `NAME`, or the contents of the file that `NAME_FILE` says. */
export const secretIn = (env: Environment, name: string): string => {
  const file = env[`${name}_FILE`];
  const text = file ? readFileSync(file, 'utf8').trim() : required(env, name);
  if (text.length < KEY_CHARACTERS_MIN)
    throw new Error(`${name} must have at least ${KEY_CHARACTERS_MIN} characters`);
  return text;
};

/** A secret that may be left out, as bytes of UTF-8; `null` where neither variable is set. */
export const secretIfAny = (env: Environment, name: string): Buffer | null =>
  env[name] || env[`${name}_FILE`] ? Buffer.from(secretIn(env, name)) : null;

/** `<SERVICE>_DATABASE_URL`, or a database of the service's own on the server of `DATABASE_URL`. */
const databaseUrlIn = (env: Environment, service: string): string => {
  const own = env[`${service.toUpperCase()}_DATABASE_URL`];
  if (own) return own;
  const [, server, query = ''] = /^(.*?:\/\/[^/?]*)[^?]*(\?.*)?$/.exec(required(env, 'DATABASE_URL')) ?? [];
  if (server === undefined)
    throw new Error('DATABASE_URL must be an address such as postgres://user@host:5432');
  return `${server}/cakupan_${service}${query}`;
};

/**
 * The story clock lets whoever sends a message say when it was recorded: for a demonstration on one machine only. In a
 * container `PUBLISHED_ON` says under which address its port is reached.
 */
const clockIn = (env: Environment, host: string): Clock => {
  if (env['CAKUPAN_CLOCK'] !== 'story') return new MachineClock();
  if (env['NODE_ENV'] === 'production') throw new Error('the story clock is refused in production');
  if (!LOCAL_HOSTS.has(env['PUBLISHED_ON'] || host))
    throw new Error('the story clock is refused with an address that others reach');
  const today = required(env, 'CAKUPAN_TODAY');
  if (!isDay(today)) throw new Error('CAKUPAN_TODAY must be a day, YYYY-MM-DD');
  return new StoryClock(today);
};

const portIn = (env: Environment, portDefault: number): number => {
  const port = Number(env['PORT'] || portDefault);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a port');
  return port;
};

/**
 * Reads what every service needs to know.
 * @throws when a variable is missing or makes no sense; the message names it
 */
export const serviceSettings = (env: Environment, service: string, portDefault: number): ServiceSettings => {
  const host = env['HOST'] || HOST_DEFAULT;
  return {
    brokers: required(env, 'KAFKA_BROKERS').split(','),
    databaseUrl: databaseUrlIn(env, service),
    port: portIn(env, portDefault),
    host,
    clock: clockIn(env, host),
    logLevel: env['LOG_LEVEL'] || 'info',
    issuer: env['OIDC_ISSUER'] || undefined,
    dataFolder: env['CAKUPAN_DATA'] || undefined,
  };
};
