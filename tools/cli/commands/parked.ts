import { readFileSync } from 'node:fs';
import type { ParkedSummary } from '#libs/kernel';
import { CannotRun } from '../cannot-run.js';
import type { Answer, Asked, Command } from '../command.js';
import { whyOf } from '../look/looked.js';
import { textTable } from '../print.js';
import { parkedServices, type ParkedService, type Settled } from './parked-service.js';

const USAGE =
  'parked list | show ID | retry ID [--value FILE] [--key KEY] [--reason TEXT] | discard ID [--reason TEXT]';

const NO_REASON = 'none stated at the command line';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** `enrollment/9` before `enrollment/10`. */
const byServiceAndNumber = (a: { id: string }, b: { id: string }): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true });

const rowOf = ({ name }: ParkedService, parked: ParkedSummary) => ({
  ...parked,
  id: `${name}/${parked.id}`,
});

const settled = ({ name }: ParkedService, { stoppedAt, ...answer }: Settled): Answer => ({
  one: { ...answer, id: `${name}/${answer.id}`, stoppedAt: stoppedAt && `${name}/${stoppedAt}` },
});

const contentOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CannotRun(`The file ${file} cannot be read.`);
  }
};

const silentRow = (name: string, why: string): object => ({
  id: null,
  topic: null,
  partition: null,
  offset: null,
  key: null,
  reason: null,
  detail: null,
  parkedAt: null,
  service: name,
  why,
});

const list = async ({ folder }: Asked): Promise<Answer> => {
  const services = [...(await parkedServices(folder)).values()];
  const lists = await Promise.allSettled(
    services.map(async (one) => (await one.list()).map((row) => rowOf(one, row))),
  );
  const rows = lists
    .flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    .toSorted(byServiceAndNumber);
  const silent = lists.flatMap((one, index) =>
    one.status === 'rejected' ? [{ name: services[index]!.name, why: whyOf(one.reason) }] : [],
  );
  return {
    text: [rows.length === 0 ? 'nothing' : textTable(rows), ...silent.map(({ why }) => why)].join('\n'),
    data: [...rows, ...silent.map(({ name, why }) => silentRow(name, why))],
    exitCode: silent.length === 0 ? 0 : 1,
  };
};

/** The service and the number in an id such as `enrollment/17`. */
const meant = async ({ folder, positionals }: Asked): Promise<{ service: ParkedService; id: string }> => {
  const services = await parkedServices(folder);
  const [, name = '', id = ''] = /^([a-z]+)\/(\d+)$/.exec(positionals[1] ?? '') ?? [];
  const service = services.get(name);
  if (!service)
    throw new CannotRun('Say which message, as parked list shows it: enrollment/17, for example.');
  return { service, id };
};

const show = async (asked: Asked): Promise<Answer> => {
  const { service, id } = await meant(asked);
  return { one: rowOf(service, await service.show(id)) };
};

const retry = async (asked: Asked): Promise<Answer> => {
  const { service, id } = await meant(asked);
  const { value, key, reason } = asked.values;
  const file = text(value);
  const request = { key: text(key), reason: text(reason), value: file && contentOf(file) };
  return settled(service, await service.retry(id, request));
};

const discard = async (asked: Asked): Promise<Answer> => {
  const { service, id } = await meant(asked);
  return settled(service, await service.discard(id, { reason: text(asked.values['reason']) ?? NO_REASON }));
};

const ACTIONS: Readonly<Record<string, (asked: Asked) => Promise<Answer>>> = { list, show, retry, discard };

/** What was set aside: looks at it, tries it again, as it is or corrected, or gives it up. */
export const parked: Command = {
  usage: USAGE,
  summary: 'messages that were set aside: see why, try again, give up',
  options: { value: { type: 'string' }, key: { type: 'string' }, reason: { type: 'string' } },
  run: async (asked) => {
    const action = ACTIONS[asked.positionals[0] ?? ''];
    if (!action) throw new CannotRun(`Say what to do with what is parked: ${USAGE}.`);
    return action(asked);
  },
};
