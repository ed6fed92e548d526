import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { eventually } from './eventually.js';
import { testBrokers } from './test-database.js';

const APPS = new URL('../../../dist/apps/', import.meta.url).pathname;
const READY_MS = 60_000;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/** A replica of a service in a process of its own. */
export interface ServiceProcess {
  readonly address: string;
  /** All that it has written so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** What a service is started with. */
interface Given {
  readonly databaseUrl: string;
  /** A folder with the public keys of an issuer whose tokens it takes. */
  readonly dataFolder: string;
  readonly logLevel: string;
  /** Which of its answers is waited for. */
  readonly until: 'live' | 'ready';
  /** Settings of this service alone. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a service as it was built, on 17 December 2024, and waits until it is there. */
export const startServiceProcess = async (
  service: 'enrollment' | 'reporting',
  { databaseUrl, dataFolder, logLevel, until, env }: Given,
): Promise<ServiceProcess> => {
  const port = await freePort();
  const child = spawn(process.execPath, [`${APPS}${service}/src/main.js`], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      KAFKA_BROKERS: testBrokers().join(','),
      [`${service.toUpperCase()}_DATABASE_URL`]: databaseUrl,
      CAKUPAN_CLOCK: 'story',
      CAKUPAN_TODAY: '2024-12-17',
      CAKUPAN_DATA: dataFolder,
      LOG_LEVEL: logLevel,
      ...env,
    },
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => lines.push(bytes.toString()));
  const address = `http://127.0.0.1:${port}`;
  const isThere = async () => {
    if (child.exitCode !== null) throw new Error(`${service} ended: ${lines.join('')}`);
    return fetch(`${address}/health/${until}`).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  await eventually(isThere, READY_MS).catch(async (error: unknown) => {
    await end('SIGKILL');
    throw error;
  });
  return { address, output: () => lines.join(''), stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
};
