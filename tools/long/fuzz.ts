import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ServiceName } from '#libs/contracts';
import { ROLES } from '#libs/http';
import { CannotStart, sentenceOf } from '../stack/cannot-start.js';
import { SERVICES } from '../stack/infrastructure/infrastructure.js';
import { leaveEvidence } from './kit/evidence.js';
import { GATEWAY_SECRETS } from './kit/known/gateways.js';
import { plantPoison } from './kit/plant-poison.js';
import { installSchemathesis } from './kit/schemathesis.js';
import { System } from './kit/system.js';
import { ENDLESS, tryService, type OfService } from './kit/try-service.js';

const SCALE = 0.01;
const LOADED_MS = 180_000;
/** Of the operations of each service. */
const REACHED_LEAST = 0.8;

/** `--service` and `--role`, each any number of times, narrow the trial; what is left out makes no evidence. */
const options = {
  seed: { type: 'string', default: '7' },
  cases: { type: 'string', default: '20' },
  service: { type: 'string', multiple: true },
  role: { type: 'string', multiple: true },
} as const;

const say = (line: string) => console.log(line);

const among = <T extends string>(all: readonly T[], asked: readonly string[] = all): T[] => {
  const unknown = asked.filter((one) => !(all as readonly string[]).includes(one));
  if (unknown.length > 0) throw new CannotStart(`${unknown.join(', ')}: one of ${all.join(', ')} is needed.`);
  return all.filter((one) => asked.includes(one));
};

const numberOf = (text: string): number => {
  if (!/^[0-9]+$/.test(text)) throw new CannotStart(`A whole number is needed, not "${text}".`);
  return Number(text);
};

const countOf = (tried: readonly OfService[], of: (one: OfService) => number): number =>
  tried.reduce((sum, one) => sum + of(one), 0);

/** Puts Schemathesis to each service as each role, on the sample's people; leaves what it found. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  const [seed, cases] = [numberOf(values.seed), numberOf(values.cases)];
  const [asked, roles] = [among(SERVICES, values.service), among(ROLES, values.role)];
  await installSchemathesis();
  const folder = await mkdtemp(join(tmpdir(), 'cakupan-fuzz-'));
  const system = await System.start(['--scale', String(SCALE)], { env: GATEWAY_SECRETS });
  try {
    await system.loaded(LOADED_MS);
    await plantPoison(system);
    const services: Partial<Record<ServiceName, OfService>> = {};
    for (const service of asked)
      services[service] = await tryService(system, service, { seed, cases, folder, roles, say });
    const all = Object.values(services);
    const figures = { cases, services, notTried: ENDLESS };
    if (asked.length === SERVICES.length && roles.length === ROLES.length)
      leaveEvidence('fuzz', seed, figures);
    else say(JSON.stringify(figures, null, 2));
    const failed = countOf(all, ({ failures, serverErrors }) => failures.length + serverErrors);
    const isReached = all.every(({ reachedShare }) => reachedShare >= REACHED_LEAST);
    process.exitCode = failed === 0 && isReached ? 0 : 1;
  } finally {
    await system.remove();
    await rm(folder, { recursive: true, force: true });
  }
};

try {
  await main();
} catch (error) {
  say(sentenceOf(error));
  process.exitCode = 1;
}
