import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { isFree } from '../processes/free-ports.js';
import type { Stack } from '../start/stack-file.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { fakeCheckout } from './fake-checkout.js';
import { WITHOUT_CONTAINERS } from '../testing/without-containers.js';
import { Program, runs, until } from './support.js';

jest.setTimeout(120_000);

const FIRST_PORT = 24_300;
const OUTSIDE = {
  KAFKA_BROKERS: process.env['CAKUPAN_TEST_KAFKA'] ?? '',
  DATABASE_URL: process.env['CAKUPAN_TEST_DATABASE'] ?? '',
};

const folder = temporaryFolders();
let root = '';
let serial = 0;

beforeAll(() => {
  root = folder();
  fakeCheckout(root);
});

/** `npm start` on a folder and on ports of its own. */
const launch = (args: readonly string[], env: NodeJS.ProcessEnv = OUTSIDE) => {
  serial += 1;
  const folder = join(root, `data-${serial}`);
  const port = FIRST_PORT + serial * 10;
  const given = ['--data', folder, '--port', String(port), ...args];
  const program = new Program(join(root, 'dist/tools/stack/start.js'), given, env);
  return { program, folder, port, file: join(folder, 'stack.json') };
};
const stackIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Stack;
const environmentOf = async (url: string | undefined) =>
  (await (await fetch(url!)).json()) as Record<string, string>;

describe('npm start on addresses of the environment', () => {
  it('starts only the services, says where they are, and ends them all when asked', async () => {
    const { program, file, port } = launch([]);
    await program.says('Cakupan is ready.');
    const stack = stackIn(file);
    expect(stack).toMatchObject({
      ready: true,
      kafka: [OUTSIDE.KAFKA_BROKERS],
      services: { reporting: `http://127.0.0.1:${port}`, claims: `http://127.0.0.1:${port + 3}` },
      sample: 'none',
      issuer: 'cakupan-local',
    });
    expect(Object.keys(stack.pids).toSorted()).toEqual(['claims', 'contribution', 'enrollment', 'reporting']);
    expect(await environmentOf(stack.services.claims)).not.toHaveProperty('CAKUPAN_CLOCK');
    expect(program.output()).toMatch(new RegExp(`http://127.0.0.1:${port}/#token=ey`));
    expect(await program.ends('SIGINT')).toBe(0);
    expect(Object.values(stack.pids).filter(runs)).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  it('starts only those that are wanted', async () => {
    const { program, file } = launch(['--only', 'claims']);
    await program.says('Cakupan is ready.');
    expect(Object.keys(stackIn(file).services)).toEqual(['claims']);
    expect(Object.keys(stackIn(file).postgres)).toEqual(['claims']);
    expect(program.output()).not.toContain('dashboard');
    await program.ends('SIGTERM');
  });

  it('starts a service again that dies, and tells its new process', async () => {
    const { program, file } = launch(['--only', 'claims']);
    await program.says('Cakupan is ready.');
    const { services, pids } = stackIn(file);
    await fetch(`${services.claims}/die`).catch(() => undefined);
    await program.says('claims died (exit code 3); it is started again in 0.5 s.');
    const back = async () => (await fetch(services.claims!).catch(() => null))?.ok ?? false;
    await until('the service', back);
    expect(stackIn(file).pids['claims']).not.toBe(pids['claims']);
    await program.ends('SIGTERM');
  });

  it('ends everything after five deaths in a minute, with the last words of the service', async () => {
    const { program, file, folder } = launch(['--only', 'claims,enrollment']);
    await program.says('Cakupan is ready.');
    const { services, pids } = stackIn(file);
    writeFileSync(join(folder, 'dying'), '');
    await fetch(`${services.claims}/die`).catch(() => undefined);
    expect(await program.ends()).toBe(1);
    expect(program.output()).toMatch(
      /claims died five times within a minute, last by exit code 7\.[\s\S]*no heart/,
    );
    expect(Object.values(pids).filter(runs)).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  it('leaves no service behind when it is killed, and can be started again', async () => {
    const { program, file, folder, port } = launch(['--only', 'claims']);
    await program.says('Cakupan is ready.');
    const { pids } = stackIn(file);
    await program.ends('SIGKILL');
    await until('the end of the service', () => !Object.values(pids).some(runs), 5_000);
    expect(existsSync(file)).toBe(false);
    const again = ['--data', folder, '--port', String(port), '--only', 'claims'];
    const next = new Program(join(root, 'dist/tools/stack/start.js'), again, OUTSIDE);
    await next.says('Cakupan is ready.');
    expect(await next.ends('SIGTERM')).toBe(0);
  });

  it('refuses a port that is in use, in a sentence', async () => {
    const taken: Server = createServer();
    const port = FIRST_PORT + 1;
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    const { program, folder } = launch(['--port', String(port)]);
    expect(await program.ends()).toBe(1);
    expect(program.output()).toContain(`Port ${port}, meant for reporting, is in use`);
    expect(program.output()).not.toContain('    at ');
    expect(existsSync(folder)).toBe(false);
    mkdirSync(join(folder, 'logs'), { recursive: true });
    writeFileSync(join(folder, 'contents.json'), '{"contents":"real"}');
    const again = ['--data', folder, '--port', String(port), '--fresh'];
    expect(await new Program(join(root, 'dist/tools/stack/start.js'), again, OUTSIDE).ends()).toBe(1);
    expect(readdirSync(folder).toSorted()).toEqual(['contents.json', 'logs']);
    await new Promise((resolve) => taken.close(resolve));
  });

  it('refuses addresses at which nobody answers, in a sentence', async () => {
    const { program } = launch([], { ...OUTSIDE, KAFKA_BROKERS: '127.0.0.1:9' });
    expect(await program.ends()).toBe(1);
    expect(program.output()).toContain('Nobody answers: the broker at 127.0.0.1:9');
  });
});

describe('npm start on this machine alone', () => {
  const NOTHING = { ...WITHOUT_CONTAINERS, KAFKA_BROKERS: '', DATABASE_URL: '' };

  it('brings its own Kafka and PostgreSQL, loads the sample over a failure, and ends them all', async () => {
    const { program, file, port } = launch([], NOTHING);
    await program.says('The sample data is loaded.');
    const stack = stackIn(file);
    expect(stack).toMatchObject({ ready: true, sample: 'loaded', sampleDay: '2024-12-17' });
    expect(Object.keys(stack.pids)).toEqual(expect.arrayContaining(['kafka', 'postgres', 'reporting']));
    expect(await environmentOf(stack.services.enrollment)).toMatchObject({
      CAKUPAN_CLOCK: 'story',
      CAKUPAN_TODAY: '2024-12-17',
      ENROLLMENT_DATABASE_URL: stack.postgres.enrollment,
    });
    program.child.kill('SIGINT');
    program.child.kill('SIGINT');
    expect(await program.ends('SIGTERM')).toBe(0);
    expect(Object.values(stack.pids).filter(runs)).toEqual([]);
    expect(await isFree(port)).toBe(true);
  });

  it('can be ended in the middle of its start', async () => {
    const { program, folder } = launch(['--empty'], NOTHING);
    await until('the first child', () => existsSync(join(folder, 'postgres')));
    expect(await program.ends('SIGTERM')).toBe(0);
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
    expect(program.output()).not.toContain('    at ');
  });
});
