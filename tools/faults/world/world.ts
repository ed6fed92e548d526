import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allTopics, type ServiceName } from '#libs/contracts';
import { ensureTopics } from '#libs/messaging';
import { secretsIn } from '../../stack/folder/secrets.js';
import { databasesAt, SERVICES } from '../../stack/infrastructure/infrastructure.js';
import { localIssuer } from '../../stack/local-issuer.js';
import { openSite } from '../../stack/open-site.js';
import { freePorts } from '../../stack/processes/free-ports.js';
import type { Say } from '../../stack/progress.js';
import type { Site } from '../../stack/site.js';
import type { Evidence } from '../check/check.js';
import type { Target } from '../load/target.js';
import { Board } from '../points/board.js';
import { startServers, type Servers } from './servers.js';
import { REPLICAS, replicaOf, type Replica } from './services.js';

/** How a world is made. */
export interface WorldOptions {
  readonly seed: number;
  readonly say: Say;
  /** Kafka and PostgreSQL each get a disk of their own of this size; without it they share the machine's. */
  readonly disksMebibytes?: number;
}

/**
 * The four services, their Kafka and their PostgreSQL, all as processes of this machine on a folder that is thrown away.
 * Between services and servers stand proxies; who only looks, such as a checker, takes the direct way.
 */
export interface World {
  readonly servers: Servers;
  readonly replicas: readonly Replica[];
  readonly board: Board;
  /** Where load and checker find everything. */
  readonly evidence: Evidence;
  readonly of: (service: ServiceName) => readonly Replica[];
  readonly logFile: (name: string) => string;
  /** Ends every process and throws the folder away. */
  readonly end: () => Promise<void>;
}

const openFolder = async (say: Say): Promise<Site> => {
  const path = await mkdtemp(join(tmpdir(), 'cakupan-faults-'));
  await chmod(path, 0o755); // PostgreSQL runs under another account
  return openSite(path, { fleeting: true }, say);
};

const replicasOn = async (site: Site, board: Board, servers: Servers): Promise<readonly Replica[]> => {
  const { folder } = site;
  const surroundings = {
    folder,
    board,
    databases: databasesAt(servers.throughProxy.postgres),
    kafka: [servers.throughProxy.kafka],
    secrets: await secretsIn(folder.file('secrets.json')),
    dataFolder: folder.path,
    story: false,
  };
  const places = SERVICES.flatMap((service) =>
    Array.from({ length: REPLICAS[service] }, (_, index) => ({ service, number: index + 1 })),
  );
  const ports = await freePorts(places.length);
  return places.map(({ service, number }, index) => replicaOf(service, number, ports[index]!, surroundings));
};

const targetOf = async (site: Site, servers: Servers, replicas: readonly Replica[]): Promise<Target> => {
  const issuer = await localIssuer(site.folder.path);
  const urlsOf = (service: ServiceName) =>
    replicas.filter((replica) => replica.service === service).map(({ url }) => url);
  return {
    kafka: [servers.direct.kafka],
    services: {
      enrollment: urlsOf('enrollment'),
      contribution: urlsOf('contribution'),
      claims: urlsOf('claims'),
      reporting: urlsOf('reporting'),
    },
    token: (role, more = {}) => issuer.token({ role, ...more }),
  };
};

const build = async (site: Site, options: WorldOptions): Promise<World> => {
  const servers = await startServers(site, options);
  await ensureTopics([servers.direct.kafka], allTopics);
  const board = new Board(site.folder.file('points'));
  const replicas = await replicasOn(site, board, servers);
  const target = await targetOf(site, servers, replicas);
  site.ending.defer(async () => {
    await Promise.all(replicas.map(({ member }) => member.end()));
  });
  await Promise.all(replicas.map(({ member }) => member.start()));
  return {
    servers,
    replicas,
    board,
    evidence: { kafka: target.kafka, databases: databasesAt(servers.direct.postgres), target },
    of: (service) => replicas.filter((replica) => replica.service === service),
    logFile: (name) => site.folder.logFile(name),
    end: () => site.ending.disposeAsync(),
  };
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whoever breaks a run off is left neither processes nor disks. */
const endWhenAsked = ({ ending }: Site): void => {
  const end = () => void ending.disposeAsync().finally(() => process.exit(1));
  for (const signal of SIGNALS) process.once(signal, end);
  ending.defer(() => {
    for (const signal of SIGNALS) process.off(signal, end);
  });
};

/** Starts a world; resolves when all of it is ready. */
export const startWorld = async (options: WorldOptions): Promise<World> => {
  const site = await openFolder(options.say);
  endWhenAsked(site);
  try {
    return await build(site, options);
  } catch (error) {
    await site.ending.disposeAsync();
    throw error;
  }
};
