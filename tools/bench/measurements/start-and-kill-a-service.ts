import { setTimeout as sleep } from 'node:timers/promises';
import {
  contributionsTopic,
  membersTopic,
  paymentIdentitiesTopic,
  paymentsTopic,
  signUpsTopic,
  type ServiceName,
} from '#libs/contracts';
import { paymentMessage } from '../inputs/payments.js';
import { preload } from '../inputs/preload.js';
import { signUpMessages } from '../inputs/sign-ups.js';
import { NAIVE_TOPIC } from '../naive/topics.js';
import { rounded } from '../report/statistics.js';
import { nowMs } from '../rig/machine-clock.js';
import { onRig, type Rig, type Running } from '../rig/rig.js';
import { peakMbOf, residentMbOf } from '../rig/usage.js';
import { ofEach, untilTaken, type AllServices } from './all-services.js';
import { codesIn } from './people.js';
import { counted } from './proofs.js';
import { measureNaive } from './the-naive-way.js';
import type { Measurement, Wish } from './wish.js';

const PERSONS = 30_000;
const IDLE_MS = 15_000;
const LOOK_MS = 10;
const WITHIN_MS = 120_000;
const NAIVE_SECONDS = 10;
const MONTHS = ['2028-01'];
const SETTLED_AT = '2025-02-03T10:00:00+07:00';
const COUNT_ACTIVE = `
  select coalesce(sum(persons), 0)::integer as persons from coverage_day
   where measure in (1, 3) and region = 'ID' and (scope = '' or scope like '=%') and effective_on = '2028-01-01'`;
const NAIVE_DONE = 'select count(*)::integer as done from naive_sign_up';
const LEFT = 'select count(*)::integer as batches from step_batch';

type PerService = Readonly<Record<ServiceName, number>>;

const isWell = async (url: string, path: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/health/${path}`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};

const secondsUntil = async (isIt: () => Promise<boolean>, sinceMs: number): Promise<number> => {
  while (!(await isIt())) {
    if (nowMs() - sinceMs > WITHIN_MS) throw new Error(`a service was not well within ${WITHIN_MS} ms`);
    await sleep(LOOK_MS);
  }
  return (nowMs() - sinceMs) / 1_000;
};

interface Start {
  readonly service: Running;
  readonly listening: number;
  readonly ready: number;
}

const startOne = async (rig: Rig, service: ServiceName): Promise<Start> => {
  const url = rig.databases.urlOf(service);
  const sinceMs = nowMs();
  const running = await rig.start(service, url);
  const listening = await secondsUntil(() => isWell(running.url, 'live'), sinceMs);
  const ready = await secondsUntil(() => isWell(running.url, 'ready'), sinceMs);
  await running.ready;
  return { service: running, listening, ready };
};

const load = async (rig: Rig, seed: number, persons: number): Promise<void> => {
  const members = [membersTopic.name];
  await preload(rig.client, signUpMessages(seed, persons));
  await untilTaken(rig, { enrollment: [signUpsTopic.name] });
  await untilTaken(rig, {
    contribution: [...members, paymentIdentitiesTopic.name],
    claims: members,
    reporting: members,
  });
  const codes = await codesIn(rig, 'enrollment', seed, persons);
  const payment = (paymentCode: string, person: number) =>
    paymentMessage(seed, { person, paymentCode, months: MONTHS, settledAt: SETTLED_AT });
  await preload(rig.client, codes.map(payment));
  await untilTaken(rig, { contribution: [paymentsTopic.name] });
  await sleep(IDLE_MS / 5); // what the relay had not published yet would not be waited for
  await untilTaken(rig, { claims: [contributionsTopic.name], reporting: [contributionsTopic.name] });
  while ((await rig.databases.one<{ batches: number }>('reporting', LEFT)).batches > 0) await sleep(LOOK_MS);
};

/** Takes a service away without its having a say; seconds until the one that is started instead is ready. */
const killed = async ({ url, pid }: Running): Promise<number> => {
  const before = pid();
  const sinceMs = nowMs();
  process.kill(before, 'SIGKILL');
  const isAnother = async () => {
    try {
      return pid() !== before && (await isWell(url, 'ready'));
    } catch {
      return false; // between the two lives there is none
    }
  };
  return secondsUntil(isAnother, sinceMs);
};

const naivePeakMb = async (rig: Rig, total: number): Promise<number> => {
  const database = 'naive';
  await rig.databases.create(database);
  const done = async () => (await rig.databases.one<{ done: number }>(database, NAIVE_DONE)).done;
  const found = await measureNaive(rig, { role: 'sign-ups', database, done, total, seconds: NAIVE_SECONDS });
  return found.cost.peakMb;
};

const worst = (values: PerService): number => Math.max(...Object.values(values));

const each = (what: string, values: PerService, digits: number): string =>
  `${what}: ${Object.entries(values)
    .map(([service, value]) => `${service} ${rounded(value, digits)}`)
    .join(', ')}.`;

const round = (wish: Wish) =>
  onRig(wish.say, async (rig) => {
    const { seed, events: persons = PERSONS } = wish;
    await rig.ensureTopics([NAIVE_TOPIC]);
    await ofEach((service) => rig.databases.create(service));
    const firstStarts = await ofEach((service) => startOne(rig, service));
    await ofEach((service) => firstStarts[service].service.stop());
    const starts = await ofEach((service) => startOne(rig, service));
    const services: AllServices = await ofEach(async (service) => starts[service].service);
    await sleep(IDLE_MS);
    const idle = await ofEach(async (service) => residentMbOf(services[service].pid()));
    await load(rig, seed, persons);
    const loaded = await ofEach(async (service) => peakMbOf(services[service].pid()));
    const active = await rig.databases.one<{ persons: number }>('reporting', COUNT_ACTIVE);
    const afterKill = await ofEach((service) => killed(services[service]));
    await ofEach((service) => services[service].stop());
    return {
      firstReady: await ofEach(async (service) => firstStarts[service].ready),
      listening: await ofEach(async (service) => starts[service].listening),
      ready: await ofEach(async (service) => starts[service].ready),
      idle,
      loaded,
      afterKill,
      naive: await naivePeakMb(rig, persons),
      proofs: [counted('persons active in the country', persons, active.persons)],
    };
  });

/** How long a service takes to start, and to come back when it was killed, and what memory it holds. */
export const startAndKillAService: Measurement = async (wish) => {
  const found = [];
  for (let number = 1; number <= wish.rounds; number += 1) found.push(await round(wish));
  const last = found.at(-1)!;
  return {
    name: 'footprint',
    conditions: [
      `Each of the four services, one started after the other on a database that is there; of each round the worst of the four counts. Idle: ${IDLE_MS / 1_000} s after the start. Loaded: the most that a process held while ${wish.events ?? PERSONS} sign-ups and as many payments went through all four.`,
      'Killed: SIGKILL with all data in place, until the process that is started instead says that it is ready.',
      each('Last round, seconds until listening', last.listening, 2),
      each('Seconds until ready', last.ready, 2),
      each('Seconds until ready on an empty database, the first time', last.firstReady, 2),
      each('Seconds until ready after kill -9', last.afterKill, 2),
      each('MB idle', last.idle, 0),
      each('MB at most under load', last.loaded, 0),
    ],
    figures: {
      'footprint.listening': found.map(({ listening }) => worst(listening)),
      'footprint.ready': found.map(({ ready }) => worst(ready)),
      'footprint.afterKill': found.map(({ afterKill }) => worst(afterKill)),
      'footprint.idle': found.map(({ idle }) => worst(idle)),
      'footprint.loaded': found.map(({ loaded }) => worst(loaded)),
      'footprint.naive': found.map(({ naive }) => naive),
    },
    proofs: found.flatMap(({ proofs }) => proofs),
    costs: [],
  };
};
