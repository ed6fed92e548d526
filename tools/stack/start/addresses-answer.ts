import { CannotStart } from '../cannot-start.js';
import type { Infrastructure } from '../infrastructure/infrastructure.js';
import { answers } from '../processes/free-ports.js';

const POSTGRES_PORT = 5432;

const withoutAnswer = async (address: string, host: string, port: number): Promise<string | null> =>
  (await answers(port, host)) ? null : address;

const database = (text: string) => {
  const { host, hostname, port } = new URL(text);
  return withoutAnswer(`the database at ${host}`, hostname, Number(port || POSTGRES_PORT));
};

const broker = (text: string) => {
  const [host = '', port] = text.split(':');
  return withoutAnswer(`the broker at ${text}`, host, Number(port));
};

/** Fails with a sentence when an address that the environment names is silent. */
export const addressesAnswer = async ({ kafka, databases }: Infrastructure): Promise<void> => {
  const asked = [...kafka.map(broker), ...Object.values(databases).map(database)];
  const silent = (await Promise.all(asked)).find((address) => address !== null);
  if (silent !== undefined) throw new CannotStart(`Nobody answers: ${silent}, as the environment names it.`);
};
