import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, testBrokers } from '#libs/testing';

const MAIN = new URL('../../../dist/apps/enrollment/src/main.js', import.meta.url).pathname;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

export interface RunningService {
  readonly address: string;
  /** All that it has written so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cakupan-enrollment-'));
  await writeFile(join(folder, 'jwks.json'), JSON.stringify({ keys: [] }));
  return folder;
};

/**
 * The service as it was built, in a process of its own, once it is ready.
 * @param keys a folder with the public keys of an issuer; none is known without one
 */
export const startService = async (
  databaseUrl: string,
  key: string,
  keys?: string,
): Promise<RunningService> => {
  const folder = keys ?? (await newFolder());
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      KAFKA_BROKERS: testBrokers().join(','),
      ENROLLMENT_DATABASE_URL: databaseUrl,
      NIK_TOKEN_KEY: key,
      NIK_VAULT_KEY: key,
      CAKUPAN_CLOCK: 'story',
      CAKUPAN_TODAY: '2024-12-17',
      CAKUPAN_DATA: folder,
      LOG_LEVEL: 'trace',
    },
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => lines.push(bytes.toString()));
  const address = `http://127.0.0.1:${port}`;
  const isReady = async () => {
    if (child.exitCode !== null) throw new Error(`the service ended: ${lines.join('')}`);
    return fetch(`${address}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  await eventually(isReady, 30_000);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await once(child, 'exit');
    if (keys === undefined) await rm(folder, { recursive: true });
  };
  return {
    address,
    output: () => lines.join(''),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
};
