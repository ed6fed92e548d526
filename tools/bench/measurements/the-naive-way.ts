import { setTimeout as sleep } from 'node:timers/promises';
import type { NaiveRole } from '../naive/place.js';
import { freePorts } from '../../stack/processes/free-ports.js';
import type { Cost } from '../report/results.js';
import { nextMessage, type Forked } from '../rig/forked.js';
import { nowMs } from '../rig/machine-clock.js';
import type { Rig } from '../rig/rig.js';
import { Meter } from './cost.js';

const LOOK_MS = 250;
const FIRST_WITHIN_MS = 60_000;
const SECONDS = 20;

/** A naive program that runs. */
export interface Naive extends Forked {
  readonly port: number;
}

/** Starts the naive way of a role on this database; resolves when it is ready. */
export const startNaive = async (rig: Rig, role: NaiveRole, database: string): Promise<Naive> => {
  const [port = 0] = await freePorts(1);
  const place = { role, brokers: rig.kafka, database: rig.databases.urlOf(database), port, group: database };
  const started = rig.fork(`naive-${role}`, 'tools/bench/naive/main', [JSON.stringify(place)]);
  await nextMessage(started.child);
  return { ...started, port };
};

/** Makes the tables of the naive way in a database, to be filled. */
export const makeNaiveTables = async (rig: Rig, database: string): Promise<void> => {
  const naive = await startNaive(rig, 'tables', database);
  await naive.stop();
};

interface Given {
  readonly role: NaiveRole;
  readonly database: string;
  /** How many are done now, seen from outside. */
  readonly done: () => Promise<number>;
  readonly total: number;
  readonly seconds: number | undefined;
}

export interface NaiveRound {
  readonly perSecond: number;
  readonly cost: Cost;
}

const waitFor = async (isThere: () => Promise<boolean>, withinMs: number): Promise<void> => {
  for (const until = nowMs() + withinMs; !(await isThere()); await sleep(LOOK_MS))
    if (nowMs() > until) return;
};

/** Lets the naive way do the same for some seconds, or until nothing is left, and counts from outside what it did. */
export const measureNaive = async (
  rig: Rig,
  { role, database, done, total, ...given }: Given,
): Promise<NaiveRound> => {
  await rig.quiet();
  const naive = await startNaive(rig, role, database);
  const meter = new Meter(rig, 'the naive way', () => naive.child.pid!);
  await waitFor(async () => (await done()) > 0, FIRST_WITHIN_MS);
  const [fromMs, first] = [nowMs(), await done()];
  meter.begin();
  await waitFor(async () => (await done()) >= total, (given.seconds ?? SECONDS) * 1_000);
  const [count, untilMs] = [(await done()) - first, nowMs()];
  const cost = meter.end(Math.max(count, 1));
  await naive.stop();
  return { perSecond: (count * 1_000) / (untilMs - fromMs), cost };
};
