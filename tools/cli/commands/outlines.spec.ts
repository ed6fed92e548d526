import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { outlines } from './outlines.js';

const KEPT = { outlines: 2, recorded: 1, unchanged: 0, refused: 1, refusals: [{ code: '99', reason: 'x' }] };
const REFUSED = { detail: 'It is refused.', fields: [{ path: 'features.0', reason: 'ring-open' }] };

const heard: object[] = [];
let status = 200;
let server: Server;
let folder: string;
let map: string;

const answerTo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await text(request);
  const { roles } = decodeJwt(request.headers.authorization!.replace('Bearer ', ''));
  const { method, url, headers } = request;
  heard.push({ request: `${method} ${url}`, type: headers['content-type'], body, roles });
  response.statusCode = status;
  response.end(JSON.stringify(status === 200 ? KEPT : REFUSED));
};

beforeAll(async () => {
  server = createServer((request, response) => void answerTo(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  folder = await mkdtemp(join(tmpdir(), 'cakupan-cli-'));
  const reporting = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await writeFile(join(folder, 'stack.json'), JSON.stringify({ services: { reporting } }));
  map = join(folder, 'map.geojson');
  await writeFile(map, '{"type":"FeatureCollection"}');
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  heard.splice(0);
  status = 200;
});

const run = (...positionals: string[]) => outlines.run({ folder, values: {}, positionals });

describe('outlines import', () => {
  it('sends the file as an operator, and says what became of it', async () => {
    expect(await run('import', map)).toEqual({ one: KEPT });
    expect(heard).toEqual([
      {
        request: 'PUT /v1/region-outlines',
        type: 'application/json',
        body: '{"type":"FeatureCollection"}',
        roles: ['operator'],
      },
    ]);
  });

  it('says why a file is refused, and where', async () => {
    status = 400;
    await expect(run('import', map)).rejects.toThrow('reporting: It is refused. features.0: ring-open');
  });

  it.each([
    [[], 'Say what to do'],
    [['export'], 'Say what to do'],
    [['import'], 'Say which file'],
    [['import', '/no/such/map.json'], 'cannot be read'],
  ])('says what is wrong with %j', async (positionals, message) => {
    await expect(run(...positionals)).rejects.toThrow(message);
  });
});
