import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { screenOf, type Rebuild } from './rebuild-screen.js';
import { rebuild } from './rebuild.js';

const ID = '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01';
const LOADING: Rebuild = {
  id: ID,
  status: 'loading',
  progress: { read: 5, total: 25, messagesPerSecond: 10, secondsLeft: 2 },
  comparison: null,
  trouble: null,
};

const heard: object[] = [];
let refusal: object | null = null;
let known: readonly Rebuild[] = [LOADING];
let server: Server;
let folder: string;

const answerTo = ({ method, url, headers }: IncomingMessage, response: ServerResponse): void => {
  heard.push({
    asked: `${method} ${url}`,
    roles: decodeJwt(headers.authorization!.replace('Bearer ', '')).roles,
  });
  response.statusCode = refusal === null ? 200 : 409;
  const answer = url?.includes('?limit=') === true ? { items: known, next: null } : LOADING;
  response.end(JSON.stringify(refusal ?? answer));
};

beforeAll(async () => {
  server = createServer(answerTo).listen(0, '127.0.0.1');
  await once(server, 'listening');
  folder = await mkdtemp(join(tmpdir(), 'cakupan-cli-'));
  const reporting = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await writeFile(join(folder, 'stack.json'), JSON.stringify({ services: { reporting } }));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  heard.splice(0);
  refusal = null;
  known = [LOADING];
});

const run = (positionals: readonly string[], values = {}) => rebuild.run({ folder, values, positionals });
const asked = (...questions: string[]) =>
  questions.map((question) => ({ asked: question, roles: ['operator'] }));

describe('cakupan rebuild', () => {
  it('begins one, no faster than it may', async () => {
    expect(await run(['begin'])).toMatchObject({ data: LOADING, exitCode: 0 });
    await run(['begin'], { 'per-second': '20000' });
    expect(heard).toEqual(asked('POST /v1/rebuilds', 'POST /v1/rebuilds?messagesPerSecondMax=20000'));
  });

  it('shows the latest, or the one that is named', async () => {
    await run([]);
    await run(['show', ID]);
    expect(heard).toEqual(
      asked('GET /v1/rebuilds?limit=1', `GET /v1/rebuilds/${ID}`, `GET /v1/rebuilds/${ID}`),
    );
  });

  it.each(['switch', 'rollback', 'cancel'])('passes a %s on', async (wish) => {
    await run([wish]);
    await run([wish, ID]);
    const told = `POST /v1/rebuilds/${ID}/${wish}`;
    expect(heard).toEqual(asked('GET /v1/rebuilds?limit=1', told, told));
  });

  it('says what is wrong', async () => {
    await expect(run(['undo'])).rejects.toThrow('Say what to do: rebuild begin');
    await expect(run(['show', '../proof'])).rejects.toThrow('is no id of a rebuild');
    known = [];
    await expect(run(['switch'])).rejects.toThrow('Nothing was rebuilt yet');
    refusal = { detail: 'Figures are being rebuilt already.' };
    await expect(run(['begin'])).rejects.toThrow('reporting: Figures are being rebuilt already.');
  });
});

describe('the screen of a rebuild', () => {
  it('says how far it is, how fast and how long yet', () => {
    const lines = [`Rebuild ${ID} is loading.`, '5 of 25 messages read, 10 a second, 2 s left.'];
    expect(screenOf(LOADING).split('\n')).toEqual(lines);
    const progress = { ...LOADING.progress, messagesPerSecond: 0, secondsLeft: null };
    expect(
      screenOf({ ...LOADING, progress, trouble: 'The broker is away.' })
        .split('\n')
        .slice(1),
    ).toEqual(['5 of 25 messages read, 0 a second, nobody knows yet how long.', 'The broker is away.']);
  });

  it('says which rows differ, and what may be done', () => {
    const first = [{ key: { region: 'ID', measure: 'active' }, old: 7, new: 2 }];
    const tables = [{ table: 'coverage_day', oldRows: 9, newRows: 8, differing: 1, first }];
    const comparison = { same: false, comparedAt: '2024-12-17T10:00:00Z', tables };
    expect(
      screenOf({ ...LOADING, status: 'ready', comparison })
        .split('\n')
        .slice(2),
    ).toEqual([
      '',
      'Compared at 2024-12-17T10:00:00Z: they differ.',
      'table         oldRows  newRows  differing',
      'coverage_day  9        8        1',
      'coverage_day region=ID measure=active: 7 before, 2 now',
      '',
      'To let the new figures take the place of the old ones: cakupan rebuild switch.',
    ]);
    expect(screenOf({ ...LOADING, comparison: { ...comparison, same: true, tables: [] } })).toContain(
      'every row is the same.',
    );
  });
});
