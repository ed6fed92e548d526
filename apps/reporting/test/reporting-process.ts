import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { eventually, testBrokers } from '#libs/testing';

const MAIN = new URL('../../../dist/apps/reporting/src/main.js', import.meta.url).pathname;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/** A replica of reporting in a process of its own. */
export interface ReportingProcess {
  readonly address: string;
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a replica as it was built, on 17 December 2024; it takes tokens of the issuer whose keys lie in the folder. */
export const startReportingProcess = async (databaseUrl: string, keys: string): Promise<ReportingProcess> => {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      KAFKA_BROKERS: testBrokers().join(','),
      REPORTING_DATABASE_URL: databaseUrl,
      CAKUPAN_CLOCK: 'story',
      CAKUPAN_TODAY: '2024-12-17',
      CAKUPAN_DATA: keys,
      LOG_LEVEL: 'error',
    },
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => lines.push(bytes.toString()));
  const address = `http://127.0.0.1:${port}`;
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`reporting ended: ${lines.join('')}`);
    return fetch(`${address}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  }, 60_000);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { address, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
};
