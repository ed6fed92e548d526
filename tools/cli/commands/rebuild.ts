import { askReporting } from '../ask-reporting.js';
import { CannotRun } from '../cannot-run.js';
import type { Answer, Asked, Command } from '../command.js';
import { screenOf, type Rebuild } from './rebuild-screen.js';

const USAGE = 'rebuild begin [--per-second N] | show|switch|rollback|cancel [ID]';
const WISHES = ['switch', 'rollback', 'cancel'];

/** A UUID has nothing that a path would have to escape, and nothing else is an id. */
const ID = /^[0-9a-f-]{36}$/i;

const begin = (folder: string, perSecond: unknown): Promise<Rebuild> => {
  const limit =
    perSecond === undefined ? '' : `?messagesPerSecondMax=${encodeURIComponent(String(perSecond))}`;
  return askReporting<Rebuild>(folder, { method: 'POST', path: `rebuilds${limit}`, role: 'operator' });
};

/** The one that is named, or else the latest. */
const idOf = async (folder: string, id: string | undefined): Promise<string> => {
  if (id !== undefined && ID.test(id)) return id;
  if (id !== undefined) throw new CannotRun(`${id} is no id of a rebuild.`);
  const { items } = await askReporting<{ items: readonly Rebuild[] }>(folder, {
    path: 'rebuilds?limit=1',
    role: 'operator',
  });
  if (items[0] === undefined) throw new CannotRun('Nothing was rebuilt yet: cakupan rebuild begin.');
  return items[0].id;
};

const told = async ({ folder, values, positionals: [what = 'show', id] }: Asked): Promise<Rebuild> => {
  if (what === 'begin') return begin(folder, values['per-second']);
  if (what !== 'show' && !WISHES.includes(what)) throw new CannotRun(`Say what to do: ${USAGE}.`);
  const path = `rebuilds/${await idOf(folder, id)}`;
  return what === 'show'
    ? askReporting<Rebuild>(folder, { path, role: 'operator' })
    : askReporting<Rebuild>(folder, { method: 'POST', path: `${path}/${what}`, role: 'operator' });
};

/** Figures anew from the log beside the live ones, as an operator. */
export const rebuild: Command = {
  usage: USAGE,
  summary: 'figures anew from the log beside the live ones; the latest rebuild where none is named',
  options: { 'per-second': { type: 'string' } },
  run: async (asked): Promise<Answer> => {
    const answer = await told(asked);
    return { text: screenOf(answer), data: answer, exitCode: answer.status === 'failed' ? 1 : 0 };
  },
};
