import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '#libs/contracts';
import { operationsOf, type OpenApi } from '#libs/testing';
import { CHECKS_TOML } from './checks.js';
import { CHANNEL, GATEWAY } from './known/bearers.js';
import { knownIn } from './known/known-in.js';
import { named, operationsToml, reached, understandable, withExamples } from './operations.js';
import { trySchema, type Failure } from './schemathesis.js';
import type { System } from './system.js';

/** Answers that go on until the client leaves. */
export const ENDLESS: readonly string[] = ['/v1/stream'];

/** What was found in a service. */
export interface OfService {
  readonly operations: number;
  /** Of the operations, how many somebody got a 2xx from. */
  readonly reachedShare: number;
  /** Operations that nobody got a 2xx from. */
  readonly unreached: readonly string[];
  readonly cases: number;
  readonly serverErrors: number;
  readonly failures: readonly (Failure & { readonly role: string })[];
}

/** How a service is tried. */
export interface Trying {
  readonly seed: number;
  readonly cases: number;
  /** Where files are written. */
  readonly folder: string;
  readonly roles: readonly string[];
  readonly say: (line: string) => void;
}

/** Writes the document with examples, and the configuration; answers where they are. */
const prepare = async (system: System, service: ServiceName, folder: string) => {
  const url = system.stack.services[service]!;
  const known = await knownIn(system, service);
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi;
  const files = { document: join(folder, `${service}.json`), config: join(folder, `${service}.toml`) };
  await writeFile(files.document, understandable(withExamples(document, known)));
  await writeFile(files.config, `${CHECKS_TOML}\n${operationsToml(known)}`);
  return { url, ...files, operations: operationsOf(document).filter(({ path }) => !ENDLESS.includes(path)) };
};

/** Puts Schemathesis to a service, as each of the roles. */
export const tryService = async (
  system: System,
  service: ServiceName,
  { seed, cases, folder, roles, say }: Trying,
): Promise<OfService> => {
  const { operations, ...where } = await prepare(system, service, folder);
  const tried = [];
  for (const role of roles) {
    const token = await system.token(role, { channel: CHANNEL, gateway: GATEWAY });
    const mine = join(folder, service, role);
    await mkdir(mine, { recursive: true });
    const one = await trySchema({ ...where, token, seed, cases, folder: mine, without: ENDLESS });
    say(`${service} as ${role}: ${one.cases} cases, ${one.failures.length} kinds of failure`);
    if (one.shown !== '') say(one.shown);
    tried.push({ role, ...one });
  }
  const exchanges = tried.flatMap((one) => one.exchanges);
  const good = reached(operations, exchanges);
  return {
    operations: operations.length,
    reachedShare: good.size / operations.length,
    unreached: operations.filter((operation) => !good.has(operation)).map(named),
    cases: tried.reduce((sum, one) => sum + one.cases, 0),
    serverErrors: exchanges.filter(({ status }) => status >= 500).length,
    failures: tried.flatMap(({ role, failures }) => failures.map((failure) => ({ role, ...failure }))),
  };
};
