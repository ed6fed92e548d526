import type { ServiceName } from '#libs/contracts';
import {
  backlogOf,
  heldKeyCount,
  snapshotHolder,
  waitingIn,
  type Asking,
  type LaneBacklog,
  type SnapshotHolder,
  type StoredProgress,
  type Waiting,
} from '#libs/messaging';
import { stateOf, type ProcessState } from '../../stack/processes/state.js';
import { asking } from './database.js';
import { DATABASE_MS } from './lag.js';
import { look, type Looked } from './looked.js';

/** A probe may take two seconds. */
const READY_MS = 3_000;
const PLACE = `
  select pg_database_size(current_database())::float8 as "sizeBytes",
         case when pg_has_role('pg_read_all_settings', 'member') then current_setting('data_directory') end as folder`;

/** What a service says of itself. */
export interface Readiness {
  readonly ok: boolean;
  readonly probes: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly detail: string;
    readonly since?: string;
  }[];
}

/** What a service's database says. */
export interface DatabaseLook {
  readonly sizeBytes: number;
  /** Where the server keeps its files, if we may know. */
  readonly folder: string | null;
  readonly parked: readonly Waiting[];
  readonly heldKeys: number;
  readonly lanes: readonly LaneBacklog[];
  readonly holder: SnapshotHolder | null;
}

export interface ServiceLook {
  readonly name: ServiceName;
  readonly address: string;
  readonly pid: number | null;
  readonly process: ProcessState | 'elsewhere';
  readonly ready: Looked<Readiness>;
  readonly database: Looked<DatabaseLook>;
  readonly progress: Looked<readonly StoredProgress[]>;
}

const readinessAt = async (address: string): Promise<Readiness> => {
  const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(READY_MS) });
  const { probes } = (await answer.json()) as Pick<Readiness, 'probes'>;
  return { ok: answer.ok, probes };
};

const databaseOf =
  (name: ServiceName) =>
  async (database: Asking): Promise<DatabaseLook> => {
    const [place] = await database.query<{ sizeBytes: number; folder: string | null }>(PLACE);
    return {
      ...place!,
      parked: await waitingIn(database, name),
      heldKeys: await heldKeyCount(database, name),
      lanes: await backlogOf(database),
      holder: await snapshotHolder(database),
    };
  };

/** Looks at one service from outside: its process, what it says, its database. */
export const lookAtService = async (
  { name, address, url, pid }: { name: ServiceName; address: string; url: string; pid: number | null },
  progress: Promise<Looked<readonly StoredProgress[]>>,
): Promise<ServiceLook> => {
  const [ready, database] = await Promise.all([
    look(READY_MS, () => readinessAt(address)),
    look(DATABASE_MS, () => asking(url, databaseOf(name))),
  ]);
  const process = pid === null ? 'elsewhere' : stateOf(pid);
  return { name, address, pid, process, ready, database, progress: await progress };
};
