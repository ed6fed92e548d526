import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freePorts } from '../stack/processes/free-ports.js';
import { projectRoot } from '../stack/project-root.js';
import { leaveEvidence } from './kit/evidence.js';
import { publishedAsPrinted, soloAsPrinted, type Ask } from './kit/printed-figures.js';

const SEED = 7;
const LOADED_MS = 60 * 60_000;
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
const PORTS = ['', 'ENROLLMENT_', 'CONTRIBUTION_', 'CLAIMS_', 'KAFKA_', 'POSTGRES_'];

const run = promisify(execFile);
const seconds = (sinceMs: number) => Math.round((performance.now() - sinceMs) / 100) / 10;

/** Compose for a project of its own, on ports of its own, and where reporting then answers. */
const composeOfItsOwn = async () => {
  const free = await freePorts(PORTS.length);
  const ports = Object.fromEntries(PORTS.map((name, place) => [`CAKUPAN_${name}PORT`, String(free[place])]));
  const given = {
    cwd: projectRoot,
    env: { ...process.env, ...ports, COMPOSE_PROJECT_NAME: `cakupan-${process.pid}` },
    maxBuffer: OUTPUT_BYTES_MAX,
  };
  const compose = async (...args: readonly string[]): Promise<string> =>
    (await run('docker', ['compose', ...args], given)).stdout.trim();
  return { compose, reporting: `http://127.0.0.1:${free[0]}` };
};

/** Tokens are valid for a while, and the story takes longer. */
const askingAt =
  (reporting: string, token: () => Promise<string>): Ask =>
  async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${reporting}${path}`, {
      headers: { authorization: `Bearer ${await token()}` },
    });
    if (!answer.ok) throw new Error(`${answer.status} ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };

const KEPT_MS = 60_000;

/** The same for a minute: each one is made by a container. */
const kept = (make: () => Promise<string>): (() => Promise<string>) => {
  let made = make();
  let madeAtMs = performance.now();
  return () => {
    if (performance.now() - madeAtMs > KEPT_MS) [made, madeAtMs] = [make(), performance.now()];
    return made;
  };
};

/** `npm run test:long -- compose`: the whole system in containers, and in it the printed figures out of the whole story. */
const main = async (): Promise<void> => {
  const { compose, reporting } = await composeOfItsOwn();
  const begunAtMs = performance.now();
  try {
    await compose('up', '--build', '--detach', '--wait');
    const readySeconds = seconds(begunAtMs);
    const ask = askingAt(
      reporting,
      kept(() => compose('run', '--rm', 'cakupan', 'token', '--role', 'analyst')),
    );
    const solo = await soloAsPrinted(ask, LOADED_MS);
    const loadedSeconds = seconds(begunAtMs);
    const published = await publishedAsPrinted(ask);
    leaveEvidence('compose', SEED, { readySeconds, loadedSeconds, solo, published });
  } finally {
    await compose('down', '--volumes');
  }
};

await main();
