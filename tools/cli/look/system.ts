import type { ServiceName } from '#libs/contracts';
import type { KafkaClient } from '#libs/messaging';
import { stateOf, type ProcessState } from '../../stack/processes/state.js';
import type { Stack } from '../../stack/start/stack-file.js';
import { BROKER_MS, lookAtLag } from './lag.js';
import { look, type Looked } from './looked.js';
import { localFolder, lookAtRoom, type Room } from './room.js';
import { lookAtService, type ServiceLook } from './service.js';

const FIGURES_MS = 3_000;

/** All that can be seen of a stack from outside. */
export interface SystemLook {
  readonly at: Date;
  readonly folder: string;
  readonly stack: Stack;
  /** Kafka and PostgreSQL, where the stack started them itself. */
  readonly processes: Readonly<Partial<Record<'kafka' | 'postgres', ProcessState>>>;
  /** The cluster's id. */
  readonly broker: Looked<string>;
  readonly services: readonly ServiceLook[];
  /** How far the figures are behind what reporting has taken; null where reporting does not run. */
  readonly figures: Looked<{ readonly lagMs: number }> | null;
  readonly room: readonly Room[];
}

/** Reporting's own account: any answer about coverage carries it. */
const figuresAt = async (address: string): Promise<{ lagMs: number }> => {
  const answer = await fetch(`${address}/v1/coverage?region=ID`, { signal: AbortSignal.timeout(FIGURES_MS) });
  const { freshness } = (await answer.json()) as { freshness?: { lagMs: number } };
  if (!freshness) throw new Error(`it answers with ${answer.status}`);
  return { lagMs: freshness.lagMs };
};

const roomOf = (folder: string, { postgres }: Stack, services: readonly ServiceLook[]) => {
  const folders = services.flatMap(({ name, database }) => {
    const path = localFolder(postgres[name] ?? '', database.found?.folder ?? null);
    return path === null || path.startsWith(folder) ? [] : [path];
  });
  return lookAtRoom([...new Set([folder, ...folders])]);
};

const processesOf = ({ pids }: Stack): SystemLook['processes'] =>
  Object.fromEntries(
    (['kafka', 'postgres'] as const).flatMap((name) => {
      const pid = pids[name];
      return pid === undefined ? [] : [[name, stateOf(pid)]];
    }),
  );

/** Looks at everything at once; who does not answer is given up after some seconds. */
export const lookAtSystem = async (folder: string, stack: Stack, kafka: KafkaClient): Promise<SystemLook> => {
  const at = new Date();
  const lag = lookAtLag(stack, kafka);
  const looks = (Object.entries(stack.services) as [ServiceName, string][]).map(([name, address]) =>
    lookAtService(
      { name, address, url: stack.postgres[name] ?? '', pid: stack.pids[name] ?? null },
      lag.then((all) => all.get(name)!),
    ),
  );
  const { reporting } = stack.services;
  const [services, broker, figures] = await Promise.all([
    Promise.all(looks),
    look(BROKER_MS, () => kafka.clusterId()),
    reporting === undefined ? null : look(FIGURES_MS, () => figuresAt(reporting)),
  ]);
  const room = await roomOf(folder, stack, services);
  return { at, folder, stack, processes: processesOf(stack), broker, services, figures, room };
};
