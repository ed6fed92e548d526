import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { signUps } from './sign-ups.js';

interface Heard {
  readonly request: string;
  readonly type: string | undefined;
  readonly body: string;
  readonly claims: object;
}

const heard: Heard[] = [];
/** How the next answers go; then as usual. */
let failures: number[] = [];
let looks = 0;
let server: Server;
let folder: string;

const progress = (rowsDone: number) => ({
  batchId: 'b-1',
  status: rowsDone === 3 ? 'done' : 'running',
  rows: 3,
  rowsDone,
  registered: rowsDone,
  alreadyMember: 0,
  refused: 0,
  malformed: 0,
  failed: 0,
  repeated: 0,
  rowsPerSecond: 2,
  secondsLeft: null,
});

const answerTo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const parts: Buffer[] = await Array.fromAsync(request as AsyncIterable<Buffer>);
  const asked = `${request.method} ${request.url}`;
  const claims = decodeJwt(request.headers.authorization!.replace('Bearer ', ''));
  heard.push({
    request: asked,
    type: request.headers['content-type'],
    body: Buffer.concat(parts).toString(),
    claims,
  });
  response.statusCode = failures.shift() ?? 200;
  if (response.statusCode >= 400)
    response.end(
      JSON.stringify({ detail: 'It is refused.', fields: [{ path: 'shoeSize', reason: 'unknown-field' }] }),
    );
  else if (asked === 'POST /v1/sign-up-batches') response.end(JSON.stringify({ batchId: 'b-1', rows: 3 }));
  else if (asked.endsWith('/results')) response.end('{"row":1}\n');
  else response.end(JSON.stringify(progress(Math.min(3, (looks += 2)))));
};

beforeAll(async () => {
  server = createServer((request, response) => void answerTo(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  folder = await mkdtemp(join(tmpdir(), 'cakupan-cli-'));
  const enrollment = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await writeFile(join(folder, 'stack.json'), JSON.stringify({ services: { enrollment } }));
  await writeFile(join(folder, 'people.ndjson'), '{"a":1}\n{"a":2}\n');
  await writeFile(join(folder, 'people.csv'), 'signUpId\n');
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  heard.splice(0);
  failures = [];
  looks = 0;
});

const run = (positionals: string[], values: Record<string, string> = {}) =>
  signUps.run({ folder, values, positionals });

describe('sign-ups import', () => {
  it('sends the file, waits until every row is answered, and keeps what became of each', async () => {
    const results = join(folder, 'results.ndjson');
    expect(await run(['import', join(folder, 'people.ndjson')], { results })).toEqual({ one: progress(3) });
    expect(heard.map(({ request }) => request)).toEqual([
      'POST /v1/sign-up-batches',
      'GET /v1/sign-up-batches/b-1',
      'GET /v1/sign-up-batches/b-1',
      'GET /v1/sign-up-batches/b-1/results',
    ]);
    expect(heard[0]).toMatchObject({
      type: 'application/x-ndjson',
      body: '{"a":1}\n{"a":2}\n',
      claims: { roles: ['officer'] },
    });
    expect(await readFile(results, 'utf8')).toBe('{"row":1}\n');
  });

  it('sends a table as one, as the channel that is named', async () => {
    await run(['import', join(folder, 'people.csv')], { channel: 'AGG-07' });
    expect(heard[0]).toMatchObject({ type: 'text/csv', claims: { roles: ['channel'], channel: 'AGG-07' } });
  });

  it('sends it again, and asks again, while nobody answers', async () => {
    failures = [503, 200, 503];
    expect(await run(['import', join(folder, 'people.ndjson')])).toEqual({ one: progress(3) });
    expect(heard.filter(({ request }) => request.startsWith('POST'))).toHaveLength(2);
    expect(heard[1]!.body).toBe('{"a":1}\n{"a":2}\n');
  });

  it('says why a file is refused', async () => {
    failures = [400];
    await expect(run(['import', join(folder, 'people.csv')])).rejects.toThrow(
      'enrollment: It is refused. shoeSize: unknown-field',
    );
  });

  it.each([
    [[], 'Say what to do'],
    [['import'], 'Say which file'],
    [['import', '/people.xlsx'], 'must end in .csv'],
    [['import', '/no/such/file.csv'], 'cannot be read'],
  ])('says what is wrong with %j', async (positionals, message) => {
    await expect(run(positionals)).rejects.toThrow(message);
  });
});
