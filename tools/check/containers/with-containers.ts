import { PostgreSqlContainer, type StartedPostgreSqlContainer } from '@testcontainers/postgresql';
import { POSTGRES_IMAGE } from '../../stack/infrastructure/images.js';
import { postgresSettings } from '../../stack/infrastructure/postgres-settings.js';
import { freePorts } from '../../stack/processes/free-ports.js';
import { startKafkaContainer } from './kafka-container.js';

/** Where Kafka and PostgreSQL are met. */
export interface Addresses {
  readonly kafka: string;
  /** URL of the server's database `postgres`. */
  readonly database: string;
}

/** Inside the container it must listen to all; the image says where its socket is. */
const BY_THE_IMAGE = ['listen_addresses', 'unix_socket_directories'];

const startPostgresContainer = (): Promise<StartedPostgreSqlContainer> => {
  const settings = postgresSettings().filter((one) => !BY_THE_IMAGE.some((name) => one.startsWith(name)));
  return new PostgreSqlContainer(POSTGRES_IMAGE)
    .withDatabase('postgres')
    .withTmpFs({ '/var/lib/postgresql': 'rw' })
    .withCommand(['postgres', ...settings.flatMap((setting) => ['-c', setting])])
    .start();
};

/** Starts a Kafka and a PostgreSQL of their own in containers for the work, and ends them behind it, whatever came of it. */
export const withContainers = async <T>(work: (addresses: Addresses) => Promise<T>): Promise<T> => {
  const [port = 0] = await freePorts(1);
  const starting = [startKafkaContainer(port), startPostgresContainer()] as const;
  try {
    const [, postgres] = await Promise.all(starting);
    return await work({ kafka: `127.0.0.1:${port}`, database: postgres.getConnectionUri() });
  } finally {
    const started = await Promise.allSettled<{ stop(): Promise<unknown> }>(starting);
    await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : null)));
  }
};
