import { textTable } from '../print.js';
import { summaryOf } from '../look/lag.js';
import type { ServiceLook } from '../look/service.js';
import type { SystemLook } from '../look/system.js';
import { unsentOf } from './figures.js';
import { counted, figure, sinceText, span } from './span.js';
import type { Trouble } from './trouble.js';

const UNKNOWN = '?';
const MEBIBYTE = 1024 * 1024;
const GIBIBYTE_MIB = 1024;

const sized = (mib: number): string =>
  mib >= GIBIBYTE_MIB ? `${(mib / GIBIBYTE_MIB).toFixed(1)} GiB` : `${Math.round(mib)} MiB`;

const total = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

const readyOf = ({ ready, process }: ServiceLook): string => {
  if (process === 'stopped') return 'stopped';
  return ready.found === null ? 'silent' : ready.found.ok ? 'yes' : 'no';
};

const rowOf = (service: ServiceLook) => {
  const { name, progress, database } = service;
  const summary = progress.found && summaryOf(progress.found);
  const worst = summary?.worst ?? null;
  const parked = database.found && total(database.found.parked, ({ count }) => count);
  return {
    service: name,
    ready: readyOf(service),
    lag: summary === null ? UNKNOWN : figure(summary.lag),
    'stands still': worst === null ? '' : `${span(worst.stillMs)} ${worst.topic}/${worst.partition}`,
    unsent: database.found === null ? UNKNOWN : unsentOf(database.found.lanes).text,
    parked: parked === null ? UNKNOWN : figure(parked),
    'held keys': database.found === null ? UNKNOWN : figure(database.found.heldKeys),
    database: database.found === null ? 'away' : sized(database.found.sizeBytes / MEBIBYTE),
  };
};

const surroundings = ({ broker, figures, room, stack }: SystemLook): string =>
  [
    `Kafka ${broker.found === null ? 'away' : 'answers'}`,
    ...(figures === null
      ? []
      : [`figures ${figures.found === null ? UNKNOWN : `${span(figures.found.lagMs)} behind`}`]),
    ...room.map(({ path, freeMib }) => `${sized(freeMib)} free for ${path}`),
    ...(stack.sample === 'none' ? [] : [`sample data ${stack.sample}`]),
  ].join(' · ');

const calm = (look: SystemLook): string => {
  const { services, room, stack } = look;
  const loading = stack.sample === 'loading' ? ', sample data is being loaded' : '';
  const lag = services.reduce((sum, { progress }) => sum + summaryOf(progress.found ?? []).lag, 0n);
  const least = Math.min(...room.map(({ freeMib }) => freeMib));
  const disk = room.length === 0 ? '' : `, ${sized(least)} of disk free`;
  return `All is well: ${counted(services.length, 'service')} ready, ${lag === 0n ? 'nothing behind' : `${counted(lag, 'message')} behind and moving`}, nothing parked${disk}${loading}.`;
};

const entry = (
  { where, what, since, sinceTells = 'since', next }: Trouble,
  index: number,
  { at }: SystemLook,
): string =>
  [
    `${index + 1}. ${where}: ${what}${since === null ? '' : `, ${sinceTells} ${sinceText(since, at)}`}.`,
    `   $ ${next}`,
  ].join('\n');

/** One screen: what is wrong, the worst first, each with the command to type next, and the figures; or one calm line. */
export const screen = (look: SystemLook, troubles: readonly Trouble[]): string => {
  if (troubles.length === 0) return calm(look);
  const count = troubles.length === 1 ? 'One thing is' : `${troubles.length} things are`;
  return [
    `${count} wrong, the worst first.`,
    ...troubles.map((trouble, index) => entry(trouble, index, look)),
    '',
    textTable(look.services.map(rowOf)),
    '',
    surroundings(look),
    'What each of these means: docs/operations.md',
  ].join('\n');
};
