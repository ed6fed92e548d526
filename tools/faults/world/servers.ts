import { Chance } from '../../sample/chance/chance.js';
import { kafkaPrograms, kafkaRecipe } from '../../stack/infrastructure/kafka.js';
import { postgresRecipe } from '../../stack/infrastructure/postgres.js';
import { freePorts } from '../../stack/processes/free-ports.js';
import type { Site } from '../../stack/site.js';
import { Member } from './member.js';
import { Proxy } from './proxy.js';
import { SmallDisk } from './small-disk.js';

/** What every service depends on. */
export const SERVERS = ['kafka', 'postgres'] as const;
export type Server = (typeof SERVERS)[number];

/** One of each. */
export type PerServer<T> = Readonly<Record<Server, T>>;

/** Kafka and PostgreSQL of a world. */
export interface Servers {
  readonly members: PerServer<Member>;
  /** Services reach the servers through these. */
  readonly wires: PerServer<Proxy>;
  /** Disks of their own; null when the servers write where all others do. */
  readonly disks: PerServer<SmallDisk> | null;
  /** `host:port`, and the URL of the database `postgres`: without a proxy in between. */
  readonly direct: PerServer<string>;
  readonly throughProxy: PerServer<string>;
}

const through = (url: string, port: number): string => {
  const other = new URL(url);
  other.port = String(port);
  return other.href;
};

const ownDisks = async ({ folder, ending }: Site, mebibytes: number): Promise<PerServer<SmallDisk>> => {
  const mounted = async (server: Server) => {
    const disk = await SmallDisk.mount(folder.file(`disk-${server}`), mebibytes);
    ending.defer(() => disk.unmount());
    return disk;
  };
  const disks = { kafka: await mounted('kafka'), postgres: await mounted('postgres') };
  await disks.kafka.take(folder.file('kafka', 'data'));
  await disks.postgres.take(folder.file('postgres'));
  return disks;
};

/** Starts Kafka and PostgreSQL, each with a proxy before it, and where a size is given each on a disk of its own. */
export const startServers = async (
  site: Site,
  { seed, disksMebibytes }: { seed: number; disksMebibytes?: number | undefined },
): Promise<Servers> => {
  const { folder, ending } = site;
  const [port = 0, controllerPort = 0, behindPort = 0, kafkaWire = 0, postgresPort = 0, postgresWire = 0] =
    await freePorts(6);
  const behind = { port: behindPort, advertisedPort: kafkaWire };
  const programs = await kafkaPrograms(site.say, site.env);
  const kafka = await kafkaRecipe(folder, { port, controllerPort, behind }, programs);
  const postgres = await postgresRecipe(folder, postgresPort);
  const disks = disksMebibytes === undefined ? null : await ownDisks(site, disksMebibytes);
  const wires = {
    kafka: new Proxy(behindPort, new Chance(seed, 'wire-kafka')),
    postgres: new Proxy(postgresPort, new Chance(seed, 'wire-postgres')),
  };
  await Promise.all([wires.kafka.listen(kafkaWire), wires.postgres.listen(postgresWire)]);
  ending.defer(async () => {
    await Promise.all(SERVERS.map((server) => wires[server].close()));
  });
  const members = { kafka: new Member(kafka.recipe, folder), postgres: new Member(postgres.recipe, folder) };
  for (const server of SERVERS) ending.defer(() => members[server].end());
  await Promise.all(SERVERS.map((server) => members[server].start()));
  return {
    members,
    wires,
    disks,
    direct: { kafka: kafka.address, postgres: postgres.url },
    throughProxy: { kafka: `127.0.0.1:${kafkaWire}`, postgres: through(postgres.url, postgresWire) },
  };
};
