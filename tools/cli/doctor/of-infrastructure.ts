import type { SystemLook } from '../look/system.js';
import type { ServiceLook } from '../look/service.js';
import type { Commands } from './commands.js';
import type { Trouble } from './trouble.js';

const NAMES = { kafka: 'Kafka', postgres: 'PostgreSQL' } as const;

/** Since when services have gone without it: they ask all the time. */
const missedSince = (services: readonly ServiceLook[], what: 'broker' | 'database'): Date | null => {
  const since = services
    .flatMap(({ ready }) => ready.found?.probes ?? [])
    .filter(({ ok, detail, since }) => !ok && since !== undefined && detail.includes(what))
    .map(({ since }) => Date.parse(since!));
  return since.length === 0 ? null : new Date(Math.min(...since));
};

const ofProcesses = ({ processes, stack }: SystemLook, commands: Commands): Trouble[] =>
  (['kafka', 'postgres'] as const)
    .filter((name) => processes[name] === 'stopped')
    .map((name) => ({
      kind: 'infrastructure-stopped',
      where: NAMES[name],
      what: `its process ${stack.pids[name]} was told to stand still`,
      since: null,
      next: commands.goOn(stack.pids[name]!),
    }));

const ofBroker = ({ broker, processes, stack, services }: SystemLook, commands: Commands): Trouble[] => {
  if (broker.found !== null || processes.kafka === 'stopped') return [];
  const since = missedSince(services, 'broker');
  const what = `does not answer at ${stack.kafka.join(', ')}: ${broker.why}`;
  return [{ kind: 'broker-away', where: 'Kafka', what, since, next: commands.broker() }];
};

const ofDatabases = ({ services, processes, stack }: SystemLook, commands: Commands): Trouble[] => {
  if (processes.postgres === 'stopped') return [];
  return services.flatMap((service): Trouble[] => {
    const { name, database } = service;
    if (database.found !== null) return [];
    const what = `its database does not answer: ${database.why}`;
    const next = commands.database(stack.postgres[name] ?? '');
    return [{ kind: 'database-away', where: name, what, since: missedSince([service], 'database'), next }];
  });
};

const ofDisks = ({ room }: SystemLook, commands: Commands): Trouble[] =>
  room.flatMap(({ path, freeMib, verdict }): Trouble[] => {
    if (verdict === 'enough') return [];
    const kind = verdict === 'full' ? 'disk-full' : 'disk-low';
    const what = `only ${freeMib} MiB are free for ${path}`;
    return [{ kind, where: 'disk', what, since: null, next: commands.biggest(path) }];
  });

/** What is wrong below the services. */
export const ofInfrastructure = (look: SystemLook, commands: Commands): Trouble[] =>
  [ofProcesses, ofBroker, ofDatabases, ofDisks].flatMap((part) => part(look, commands));
