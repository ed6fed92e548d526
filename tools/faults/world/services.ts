import { pathToFileURL } from 'node:url';
import type { ServiceName } from '#libs/contracts';
import type { DataFolder } from '../../stack/folder/data-folder.js';
import { compiled } from '../../stack/project-root.js';
import { serviceEnv, type Surroundings } from '../../stack/start/service-env.js';
import { serviceRecipe } from '../../stack/supervise/service.js';
import type { Board } from '../points/board.js';
import { POINTS_FOLDER } from '../points/points.js';
import { Member } from './member.js';

/** How many processes of each service run side by side, as members of one consumer group. */
export const REPLICAS: Readonly<Record<ServiceName, number>> = {
  enrollment: 1,
  contribution: 2,
  claims: 1,
  reporting: 2,
};

/** One process of a service. */
export interface Replica {
  readonly service: ServiceName;
  /** `contribution-2` */
  readonly name: string;
  readonly url: string;
  readonly member: Member;
}

export interface ServiceSurroundings extends Surroundings {
  readonly folder: DataFolder;
  readonly board: Board;
  readonly databases: Readonly<Record<ServiceName, string>>;
}

const PRELOAD = ['--import', pathToFileURL(compiled('tools/faults/points/preload')).href];

/** One process of a service from `dist`, with its points, on a port of 127.0.0.1; not started yet. */
export const replicaOf = (
  service: ServiceName,
  number: number,
  port: number,
  surroundings: ServiceSurroundings,
): Replica => {
  const { folder, board, databases } = surroundings;
  const name = `${service}-${number}`;
  const env = {
    ...serviceEnv(service, { port, database: databases[service] }, surroundings, process.env),
    LOG_LEVEL: 'warn',
    [POINTS_FOLDER]: board.folderOf(name),
  };
  const program = [...PRELOAD, compiled(`apps/${service}/src/main`)];
  const recipe = serviceRecipe({ name, port, env }, folder.logFile(name), program);
  return { service, name, url: `http://127.0.0.1:${port}`, member: new Member(recipe, folder) };
};
