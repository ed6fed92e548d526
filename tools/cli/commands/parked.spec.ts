import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Report } from '../command.js';
import { parked } from './parked.js';

const summary = {
  topic: 'a',
  partition: 1,
  offset: 2,
  key: 'k',
  reason: 'schema',
  detail: '',
  parkedAt: 'then',
};
const settled = { status: 'retried', reason: null, detail: null, followed: 1, stoppedAt: '9' };

interface Heard {
  readonly request: string;
  readonly body: unknown;
  readonly claims: unknown;
}

const heard: Heard[] = [];
let server: Server;
let folder: string;

const ANSWERS: Readonly<Record<string, unknown>> = {
  'GET /enrollment/v1/parked?limit=1000': { items: [{ id: '10', ...summary }], next: 'n' },
  'GET /enrollment/v1/parked?limit=1000&after=n': { items: [{ id: '2', ...summary }], next: null },
  'GET /claims/v1/parked?limit=1000': { items: [{ id: '1', ...summary }], next: null },
  'GET /enrollment/v1/parked/2': { id: '2', ...summary, status: 'waiting', content: { value: '{' } },
  'POST /enrollment/v1/parked/2/retry': { id: '2', ...settled },
  'POST /enrollment/v1/parked/2/discard': { id: '2', ...settled, status: 'discarded', stoppedAt: null },
};

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = await Array.fromAsync(request as AsyncIterable<Buffer>);
  return parts.length === 0 ? null : JSON.parse(Buffer.concat(parts).toString());
};

const answerTo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const asked = `${request.method} ${request.url}`;
  const claims = decodeJwt(request.headers.authorization!.replace('Bearer ', ''));
  heard.push({ request: asked, body: await bodyOf(request), claims });
  const answer = ANSWERS[asked];
  response.statusCode = answer ? 200 : 404;
  response.end(JSON.stringify(answer ?? { detail: 'There is nothing with this id.' }));
};

beforeAll(async () => {
  server = createServer((request, response) => void answerTo(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  folder = await mkdtemp(join(tmpdir(), 'cakupan-cli-'));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const services = { enrollment: `${address}/enrollment`, claims: `${address}/claims` };
  await writeFile(join(folder, 'stack.json'), JSON.stringify({ services }));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => void heard.splice(0));

const run = (positionals: string[], values: Record<string, string> = {}) =>
  parked.run({ folder, values, positionals });

describe('parked', () => {
  it('lists what waits in every service, page by page, as an operator', async () => {
    const { data, text, exitCode } = (await run(['list'])) as Report;
    expect(data).toEqual([
      { ...summary, id: 'claims/1' },
      { ...summary, id: 'enrollment/2' },
      { ...summary, id: 'enrollment/10' },
    ]);
    expect(text).toMatch(/claims\/1 [^]*enrollment\/2 [^]*enrollment\/10 /);
    expect(exitCode).toBe(0);
    expect(heard.map(({ claims }) => claims)).toContainEqual(
      expect.objectContaining({ roles: ['operator'] }),
    );
  });

  it('shows one', async () => {
    expect(await run(['show', 'enrollment/2'])).toEqual({
      one: { ...summary, id: 'enrollment/2', status: 'waiting', content: { value: '{' } },
    });
  });

  it('retries one as it is, or with the content of a file', async () => {
    expect(await run(['retry', 'enrollment/2'])).toEqual({
      one: { ...settled, id: 'enrollment/2', stoppedAt: 'enrollment/9' },
    });
    const file = join(folder, 'corrected.json');
    await writeFile(file, '{}');
    await run(['retry', 'enrollment/2'], { value: file, key: 'k2', reason: 'a brace' });
    expect(heard.map(({ body }) => body)).toEqual([{}, { value: '{}', key: 'k2', reason: 'a brace' }]);
  });

  it('discards one for a reason', async () => {
    expect(await run(['discard', 'enrollment/2'], { reason: 'sent by mistake' })).toMatchObject({
      one: { id: 'enrollment/2', status: 'discarded', stoppedAt: null },
    });
    await run(['discard', 'enrollment/2']);
    expect(heard.map(({ body }) => body)).toEqual([
      { reason: 'sent by mistake' },
      { reason: 'none stated at the command line' },
    ]);
  });

  it.each([
    [[], {}, 'Say what to do'],
    [['delete', 'enrollment/2'], {}, 'Say what to do'],
    [['show'], {}, 'Say which message'],
    [['show', 'nobody/2'], {}, 'Say which message'],
    [['show', 'enrollment/x'], {}, 'Say which message'],
    [
      ['show', 'enrollment/7'],
      {},
      'enrollment has nothing parked under this number: it never had, or it was settled over 30 days ago. What waits: cakupan parked list.',
    ],
    [['retry', 'enrollment/2'], { value: '/no/such/file' }, 'cannot be read'],
  ])('says what is wrong with %j %j', async (positionals, values, message) => {
    await expect(run(positionals, values as Record<string, string>)).rejects.toThrow(message);
  });

  it('says which service does not answer', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'cakupan-cli-'));
    await writeFile(join(elsewhere, 'stack.json'), '{"services":{"claims":"http://127.0.0.1:1"}}');
    const asked = { folder: elsewhere, values: {} };
    await expect(parked.run({ ...asked, positionals: ['show', 'claims/1'] })).rejects.toThrow(
      'claims does not answer at http://127.0.0.1:1.',
    );
    expect(await parked.run({ ...asked, positionals: ['list'] })).toMatchObject({
      text: expect.stringMatching(/^nothing\nclaims does not answer/),
      data: [{ id: null, service: 'claims', why: expect.stringContaining('does not answer') }],
      exitCode: 1,
    });
    await rm(elsewhere, { recursive: true });
  });
});
