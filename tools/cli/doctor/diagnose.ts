import { TROUBLE_MS, type SnapshotHolder } from '#libs/messaging';
import type { SystemLook } from '../look/system.js';
import { commandsFor, type Commands } from './commands.js';
import { unsentOf } from './figures.js';
import { ofInfrastructure } from './of-infrastructure.js';
import { ofServices } from './of-services.js';
import { KINDS, type Kind, type Trouble } from './trouble.js';

/** The oldest transaction that writes on each server, once, with a service through whose database it can be reached. */
const holdersIn = ({ services, stack }: SystemLook): [service: string, SnapshotHolder][] => {
  const found = services.flatMap(({ name, database }): [string, [string, SnapshotHolder]][] => {
    const holder = database.found?.holder ?? null;
    const server = new URL(stack.postgres[name] ?? 'postgres://').host;
    return holder === null ? [] : [[`${server} ${holder.transactionId}`, [name, holder]]];
  });
  return [...new Map(found).values()];
};

const whoIs = ({ pid, application, prepared }: SnapshotHolder): string => {
  if (prepared !== null) return `the prepared transaction ${prepared}`;
  return `the process ${pid}${application ? ` (${application})` : ''}`;
};

const ofHolders = (look: SystemLook, commands: Commands): Trouble[] => {
  const old = (since: Date | null) => since !== null && look.at.getTime() - since.getTime() > TROUBLE_MS;
  const oldestUnsent = look.services.map(({ database }) => unsentOf(database.found?.lanes ?? []).oldest);
  return holdersIn(look)
    .filter(([, { since }]) => (since === null ? oldestUnsent.some(old) : old(since)))
    .map(([service, holder]) => {
      const { pid, database, state, since, prepared } = holder;
      const what = `${whoIs(holder)} holds a transaction open that writes to ${database} (${state ?? 'hidden'}): no relay of this server gets past it; end it`;
      const end =
        prepared === null ? `select pg_terminate_backend(${pid})` : `rollback prepared '${prepared}'`;
      return { kind: 'snapshot-held', where: 'PostgreSQL', what, since, next: commands.sql(service, end) };
    });
};

/** A roll-up under load takes a second or two. */
const FIGURES_BEHIND_MS = 10_000;

const ofFigures = ({ figures, at }: SystemLook, commands: Commands): Trouble[] => {
  const lagMs = figures?.found?.lagMs ?? 0;
  if (lagMs <= FIGURES_BEHIND_MS) return [];
  const what = 'the figures are behind what was read: steps wait for the roll-up';
  const next = commands.sql('reporting', 'select count(*), min(written_at) from step_batch');
  return [{ kind: 'figures-behind', where: 'reporting', what, since: new Date(at.getTime() - lagMs), next }];
};

const ofSample = ({ stack }: SystemLook, commands: Commands): Trouble[] =>
  stack.sample === 'loading' && stack.pids['sample'] === undefined
    ? [
        {
          kind: 'sample-incomplete',
          where: 'sample data',
          what: 'only a part is loaded, and nobody loads the rest. End the system (Ctrl-C) and start it again',
          since: null,
          next: commands.start(),
        },
      ]
    : [];

/** Whatever stands in the way of a whole service, and of all of them: the rest follows from it. */
const WAYLAYS_ONE: readonly Kind[] = ['database-away', 'process-gone', 'process-stopped', 'service-silent'];
const WAYLAYS_ALL: readonly Kind[] = ['infrastructure-stopped', 'broker-away'];
const FOLLOWS: readonly Kind[] = ['consumer-stuck', 'events-unsent', 'service-not-ready', 'figures-behind'];

const followsFrom = (one: Trouble, others: readonly Trouble[]): boolean => {
  const inTheSame = ({ where }: Trouble) => where === one.where;
  if (FOLLOWS.includes(one.kind)) {
    if (others.some(({ kind }) => WAYLAYS_ALL.includes(kind))) return true;
    if (others.some((other) => WAYLAYS_ONE.includes(other.kind) && inTheSame(other))) return true;
  }
  if (one.kind === 'database-away' || one.kind === 'service-silent')
    return others.some(({ kind, where }) => kind === 'infrastructure-stopped' && where === 'PostgreSQL');
  if (one.kind === 'events-unsent') return others.some(({ kind }) => kind === 'snapshot-held');
  if (one.kind === 'service-not-ready')
    return others.some((other) => /^(relay|consumer|position)/.test(other.kind) && inTheSame(other));
  return false;
};

/** What is wrong, the worst first; without what only follows from something else in the list. */
export const diagnose = (look: SystemLook): readonly Trouble[] => {
  const commands = commandsFor(look);
  const all = [ofInfrastructure, ofServices, ofHolders, ofFigures, ofSample].flatMap((part) =>
    part(look, commands),
  );
  return all
    .filter((one) => !followsFrom(one, all))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
};
