import { signUpOf } from '../inputs/sign-ups.js';
import { press, type Target } from '../outside/caller.js';
import type { Rig } from '../rig/rig.js';
import { Meter } from './cost.js';
import { counted } from './proofs.js';
import { startNaive } from './the-naive-way.js';

/** Connections that stay open. */
export const CONNECTIONS = 64;
export const WARM_SECONDS = 5;
const NAIVE_STORED = 'select count(*)::integer as count from naive_sign_up';

/** Where sign-ups are posted, each of a person of its own. */
export const targetAt = (
  base: string,
  seed: number,
  headers: Readonly<Record<string, string>> = {},
): Target => ({
  url: `${base}/v1/sign-ups`,
  headers: { 'content-type': 'application/json', ...headers },
  bodyOf: (number) => JSON.stringify(signUpOf(seed, number)),
});

/** How many sign-ups a second the naive way answers, one request and one transaction each. */
export const requestNaively = async (
  rig: Rig,
  database: string,
  { seed, seconds }: { seed: number; seconds: number },
) => {
  await rig.databases.create(database);
  const naive = await startNaive(rig, 'requests', database);
  await rig.quiet();
  const meter = new Meter(rig, 'the naive way', () => naive.child.pid!);
  meter.begin();
  const target = targetAt(`http://127.0.0.1:${naive.port}`, seed);
  const pressing = { connections: CONNECTIONS, warmSeconds: WARM_SECONDS, seconds };
  const pressed = await press(target, { ...pressing, first: 0 });
  const cost = meter.end(pressed.succeeded.length);
  await naive.stop();
  const { count } = await rig.databases.one<{ count: number }>(database, NAIVE_STORED);
  const proofs = [counted('sign-ups stored the naive way', pressed.succeeded.length, count)];
  return { perSecond: pressed.perSecond, cost, proofs };
};
