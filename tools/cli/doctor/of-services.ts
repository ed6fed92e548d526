import { STUCK_MS, stuckIn, TROUBLE_MS } from '#libs/messaging';
import { summaryOf } from '../look/lag.js';
import type { ServiceLook } from '../look/service.js';
import type { SystemLook } from '../look/system.js';
import type { Commands } from './commands.js';
import { unsentOf } from './figures.js';
import { counted, figure } from './span.js';
import type { Kind, Trouble } from './trouble.js';

type Part = (service: ServiceLook, look: SystemLook, commands: Commands) => Trouble[];

const before = (look: SystemLook, ms: number): Date => new Date(look.at.getTime() - ms);

/** When the service was last seen to do something. */
const lastSign = ({ progress, database }: ServiceLook): Date | null => {
  const moved = [...(progress.found ?? []), ...(database.found?.lanes ?? [])].flatMap(
    ({ movedAt }) => movedAt?.getTime() ?? [],
  );
  return moved.length === 0 ? null : new Date(Math.max(...moved));
};

const ofProcess: Part = (service, _, commands) => {
  const { name, address, pid, process, ready } = service;
  const trouble = (kind: Kind, what: string, next: string): Trouble[] => [
    { kind, where: name, what, since: lastSign(service), sinceTells: 'last at work', next },
  ];
  if (process === 'stopped' && pid !== null)
    return trouble('process-stopped', `its process ${pid} was told to stand still`, commands.goOn(pid));
  if (ready.found !== null) return [];
  if (process === 'gone') return trouble('process-gone', 'its process has ended', commands.log(name));
  const next = pid === null ? commands.answers(address) : commands.kill(pid);
  return trouble('service-silent', `does not answer at ${address}: ${ready.why}`, next);
};

const CURSOR = 'select * from relay_cursor';

const ofRelay: Part = ({ name, database }, look, commands) => {
  const lanes = database.found?.lanes ?? [];
  if (lanes.some(({ isReplaced }) => isReplaced)) {
    const what =
      'publishes nothing: its database was restored or has failed over. What to compare and then to set: docs/relay.md';
    const moved = Math.max(...lanes.map(({ movedAt }) => movedAt?.getTime() ?? 0));
    return [
      { kind: 'relay-stopped', where: name, what, since: new Date(moved), next: commands.sql(name, CURSOR) },
    ];
  }
  const { count, text, oldest } = unsentOf(lanes);
  if (count === 0 || oldest === null || look.at.getTime() - oldest.getTime() < TROUBLE_MS) return [];
  const what = `${text} events are not published`;
  return [{ kind: 'events-unsent', where: name, what, since: oldest, next: commands.log(name) }];
};

const ofConsumer: Part = ({ name, progress }, look, commands) => {
  const all = progress.found ?? [];
  const outside = all.filter(({ isOutOfRange }) => isOutOfRange);
  const lost = outside.map(({ topic, partition, position, held, movedAt }): Trouble => {
    const what = `${topic}/${partition}: the log holds ${held.low} to ${held.high}, not the position ${position}`;
    const where = `consumer = '${name}' and topic = '${topic}' and partition = ${partition}`;
    const next = commands.sql(name, `select * from consumer_position where ${where}`);
    return { kind: 'position-out-of-range', where: name, what, since: movedAt, next };
  });
  const stuck = stuckIn(all, STUCK_MS);
  const { worst } = summaryOf(stuck);
  if (worst === null) return lost;
  const partitions = `${counted(stuck.length, 'partition')} ${stuck.length === 1 ? 'stands' : 'stand'}`;
  const what = `${partitions} still, ${counted(summaryOf(all).lag, 'message')} behind; the longest is ${worst.topic}/${worst.partition}`;
  const since = before(look, worst.stillMs);
  return [...lost, { kind: 'consumer-stuck', where: name, what, since, next: commands.log(name) }];
};

const ofProbes: Part = ({ name, ready }, _, commands) => {
  const bad = (ready.found?.probes ?? []).filter(({ ok }) => !ok);
  if (bad.length === 0) return [];
  const what = `is not ready: ${bad.map(({ name, detail }) => `${name}: ${detail}`).join('; ')}`;
  const times = bad.flatMap(({ since }) => (since === undefined ? [] : [Date.parse(since)]));
  const since = times.length === 0 ? null : new Date(Math.min(...times));
  return [{ kind: 'service-not-ready', where: name, what, since, next: commands.log(name) }];
};

const ofParked: Part = ({ name, database }, _, commands) => {
  const { parked = [], heldKeys = 0 } = database.found ?? {};
  if (parked.length === 0) return [];
  const count = parked.reduce((sum, one) => sum + one.count, 0);
  const byReason = [...Map.groupBy(parked, ({ reason }) => reason)].map(
    ([reason, ones]) => `${reason} ${figure(ones.reduce((sum, one) => sum + one.count, 0))}`,
  );
  const messages = `${counted(count, 'message')} ${count === 1 ? 'is' : 'are'}`;
  const keys = `${counted(heldKeys, 'key')} ${heldKeys === 1 ? 'waits' : 'wait'}`;
  const what = `${messages} parked (${byReason.join(', ')}); ${keys} behind them`;
  const since = new Date(Math.min(...parked.map(({ oldest }) => oldest.getTime())));
  return [{ kind: 'messages-parked', where: name, what, since, next: commands.parked() }];
};

/** What is wrong in each service. */
export const ofServices = (look: SystemLook, commands: Commands): Trouble[] =>
  look.services.flatMap((service) =>
    [ofProcess, ofRelay, ofConsumer, ofProbes, ofParked].flatMap((part) => part(service, look, commands)),
  );
