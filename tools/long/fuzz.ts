import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ServiceName } from '#libs/contracts';
import { ROLES } from '#libs/http';
import { askEach } from '../cli/stack-in.js';
import { sentenceOf } from '../stack/cannot-start.js';
import { leaveEvidence } from './kit/evidence.js';
import { configOf, operationsOf, reached, type Operation } from './kit/operations.js';
import { installSchemathesis, trySchema, type Failure } from './kit/schemathesis.js';
import { System } from './kit/system.js';

const SCALE = 0.01;
const LOADED_MS = 180_000;
/** Answers that go on until the client leaves. */
const ENDLESS = ['/v1/stream'];
const REACHED_LEAST = 0.8;

const options = {
  seed: { type: 'string', default: '7' },
  cases: { type: 'string', default: '20' },
} as const;

const say = (line: string) => console.log(line);
const named = ({ method, path }: Operation) => `${method} ${path}`;

/** One of each thing that an operation's path may name, by service and the beginning of the path. */
const knownIn = async (system: System) => {
  const one = async (service: ServiceName, sql: string): Promise<Record<string, string>> => {
    const { postgres } = system.stack;
    const [row] = await askEach<Record<string, string>>(
      { ...system.stack, postgres: { [service]: postgres[service]! } as typeof postgres },
      sql,
    );
    return row ?? {};
  };
  const membership = await one(
    'enrollment',
    'select membership_id as "membershipId" from membership limit 1',
  );
  const signUp = await one('enrollment', 'select sign_up_id as "signUpId" from sign_up limit 1');
  const account = await one(
    'contribution',
    'select membership_id as id, payment_code as "paymentCode" from account where payment_code is not null limit 1',
  );
  const payment = await one('contribution', 'select gateway, payment_id as "paymentId" from payment limit 1');
  const claim = await one('claims', 'select claim_id as id from claim limit 1');
  return {
    enrollment: {
      '/v1/memberships': membership,
      '/v1/sign-ups': signUp,
      '/v1/channels': { code: 'FUZZ-1' },
      '/v1/employers': { code: 'FUZZ-2' },
      '/v1/sponsors': { code: 'FUZZ-3' },
      '/v1/events': { code: 'FUZZ-4' },
    },
    contribution: { '/v1/bills': account, '/v1/memberships': account, '/v1/payments': payment },
    claims: { '/v1/claims': { ...claim, kind: 'accident-report' } },
    reporting: { '/v1/regions': { code: '33.72' }, '/v1/areas': { code: 'FUZZ-5' } },
  } satisfies Record<ServiceName, Record<string, Record<string, string>>>;
};

interface OfService {
  readonly operations: number;
  readonly unreached: readonly string[];
  readonly cases: number;
  readonly serverErrors: number;
  readonly failures: readonly (Failure & { readonly role: string })[];
}

const tryService = async (
  system: System,
  service: ServiceName,
  known: Record<string, Record<string, string>>,
  { seed, cases, folder }: { seed: number; cases: number; folder: string },
): Promise<OfService> => {
  const url = system.stack.services[service]!;
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as Parameters<typeof operationsOf>[0];
  const operations = operationsOf(document).filter(({ path }) => !ENDLESS.includes(path));
  const config = join(folder, `${service}.toml`);
  await writeFile(config, configOf(operations, known));
  const tried = [];
  for (const role of ROLES) {
    const token = await system.token(role, { channel: 'KIOSK-3', gateway: 'BANK-A' });
    const mine = join(folder, service, role);
    await mkdir(mine, { recursive: true });
    const one = await trySchema({ url, token, seed, cases, config, folder: mine, without: ENDLESS });
    say(`${service} as ${role}: ${one.cases} cases, ${one.failures.length} kinds of failure`);
    tried.push({ role, ...one });
  }
  const exchanges = tried.flatMap((one) => one.exchanges);
  const good = reached(operations, exchanges);
  return {
    operations: operations.length,
    unreached: operations.filter((operation) => !good.has(operation)).map(named),
    cases: tried.reduce((sum, one) => sum + one.cases, 0),
    serverErrors: exchanges.filter(({ status }) => status >= 500).length,
    failures: tried.flatMap(({ role, failures }) => failures.map((failure) => ({ role, ...failure }))),
  };
};

/** Puts Schemathesis to each service as each role, on the sample's people; leaves what it found. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  const [seed, cases] = [Number(values.seed), Number(values.cases)];
  await installSchemathesis();
  const folder = await mkdtemp(join(tmpdir(), 'cakupan-fuzz-'));
  const system = await System.start(['--scale', String(SCALE)]);
  try {
    await system.loaded(LOADED_MS);
    const known = await knownIn(system);
    const services: Partial<Record<ServiceName, OfService>> = {};
    for (const service of Object.keys(known) as ServiceName[])
      services[service] = await tryService(system, service, known[service], { seed, cases, folder });
    const all = Object.values(services);
    const count = (of: (one: OfService) => number) => all.reduce((sum, one) => sum + of(one), 0);
    const share = 1 - count(({ unreached }) => unreached.length) / count(({ operations }) => operations);
    leaveEvidence('fuzz', seed, { cases, reachedShare: share, services, notTried: ENDLESS });
    const failed = count(({ failures, serverErrors }) => failures.length + serverErrors);
    process.exitCode = failed === 0 && share >= REACHED_LEAST ? 0 : 1;
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
