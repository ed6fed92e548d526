import type { ServiceName } from '#libs/contracts';
import { CannotStart } from '../cannot-start.js';
import { databasesAt, SERVICES, type Infrastructure } from './infrastructure.js';

const variableOf = (service: ServiceName) => `${service.toUpperCase()}_DATABASE_URL`;

const ownDatabases = (env: NodeJS.ProcessEnv): Infrastructure['databases'] =>
  Object.fromEntries(
    SERVICES.flatMap((service) => {
      const url = env[variableOf(service)];
      return url ? [[service, url]] : [];
    }),
  );

/**
 * The addresses that the environment names: KAFKA_BROKERS with DATABASE_URL, or with one URL per service that is
 * wanted. Null when it names none; refused with a sentence when it names only a part.
 */
export const fromEnvironment = (
  env: NodeJS.ProcessEnv,
  wanted: readonly ServiceName[] = SERVICES,
): Infrastructure | null => {
  const kafka = (env.KAFKA_BROKERS ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const server = env.DATABASE_URL || null;
  const databases = { ...(server === null ? {} : databasesAt(server)), ...ownDatabases(env) };
  const without = wanted.filter((service) => databases[service] === undefined);
  if (kafka.length === 0 && Object.keys(databases).length === 0) return null;
  if (kafka.length === 0)
    throw new CannotStart(
      'A database is set in the environment, but KAFKA_BROKERS is not. Set both or neither.',
    );
  if (without.length > 0) {
    throw new CannotStart(
      `KAFKA_BROKERS is set, but neither DATABASE_URL nor ${without.map(variableOf).join(', ')}. Set all or none.`,
    );
  }
  return { source: 'environment', kafka, server, databases };
};
