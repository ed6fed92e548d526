import type { ServiceName } from '#libs/contracts';
import type { Read } from '../outside/reading.js';
import { ReaderProcess } from '../outside/reader-process.js';
import type { Telling } from '../outside/telling.js';
import type { Cost } from '../report/results.js';
import { nowMs } from '../rig/machine-clock.js';
import { follow, takenBy, writtenTo } from '../rig/positions.js';
import type { Rig, Running } from '../rig/rig.js';
import { Meter } from './cost.js';

const WITHIN_MS = 900_000;

interface Given {
  readonly service: ServiceName;
  readonly database: string;
  /** What is caught up with; all of it lies there already. */
  readonly topics: readonly string[];
  /** It is given up after so long. */
  readonly withinMs?: number | undefined;
  /** What, beside the positions, has to be at its end. */
  readonly isSettled?: () => Promise<boolean>;
  /** What another process has to read of what the service publishes. */
  readonly published?: Omit<Telling, 'brokers' | 'from'>;
  /** Asked when everything is done and the service still runs. */
  readonly ask?: (running: Running) => Promise<void>;
}

export interface CaughtUp {
  /** Messages a second until the service had stored the effect of all. */
  readonly storedPerSecond: number;
  /** Messages a second until another process had read all that was published of it; the same without anything published. */
  readonly donePerSecond: number;
  readonly read: Read | null;
  readonly cost: Cost;
}

const perSecond = (count: number, fromMs: number, untilMs: number) => (count * 1_000) / (untilMs - fromMs);

/**
 * Starts a service on messages that lie there already and looks on from outside until it has caught up. The clock runs
 * from the first look that finds something taken; what was taken by then is not counted.
 */
export const catchUp = async (rig: Rig, given: Given): Promise<CaughtUp> => {
  const { service, database, topics, published, withinMs = WITHIN_MS } = given;
  const total = await writtenTo(rig, topics);
  await rig.quiet();
  const reader = published ? await ReaderProcess.start(rig, published) : null;
  const running = await rig.start(service, rig.databases.urlOf(database));
  const meter = new Meter(rig, service, running.pid);
  const { fromMs, takenAtFirst, untilMs } = await follow({
    taken: () => takenBy(rig, database, topics),
    total,
    isDone: given.isSettled ?? (async () => true),
    begun: () => meter.begin(),
    clock: nowMs,
    withinMs,
  });
  const read = (await reader?.reached(withinMs)) ?? null;
  const counted = total - takenAtFirst;
  const cost = meter.end(counted);
  await running.ready;
  await given.ask?.(running);
  await running.stop();
  await reader?.stop();
  return {
    storedPerSecond: perSecond(counted, fromMs, untilMs),
    donePerSecond: perSecond(counted, fromMs, read === null ? untilMs : Math.max(untilMs, read.reachedAtMs)),
    read,
    cost,
  };
};
