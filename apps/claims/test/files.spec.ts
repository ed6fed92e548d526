import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DependencyUnavailable } from '#libs/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FolderFiles } from '../src/outbound/files/folder-files.js';
import { S3Files } from '../src/outbound/files/s3-files.js';
import type { Files } from '../src/use-cases/files.js';
import { S3Store, signatureOf } from './s3-store.js';

const TIMEOUT_MS = 20_000;
const SHORT_TIMEOUT_MS = 200;
const LARGEST = 6 * 1024 * 1024;

let folder: string;
let store: S3Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cakupan-files-'));
  store = new S3Store();
  await store.open();
});
afterAll(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const chunksOf = (bytes: Buffer) => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]);
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const keepIn = async (files: Files, bytes: Buffer): Promise<string> => {
  const fileId = randomUUID();
  await files.keep(fileId, chunksOf(bytes));
  return fileId;
};

const kinds: [string, () => { files: Files; count: () => number }][] = [
  [
    'a folder',
    () => ({
      files: new FolderFiles(join(folder, 'files')),
      count: () => filesIn(join(folder, 'files')).length,
    }),
  ],
  ['a bucket', () => ({ files: new S3Files(store.bucket(), TIMEOUT_MS), count: () => store.objects.size })],
];

describe.each(kinds)('%s', (_kind, open) => {
  it.each([1, 300_000, LARGEST])(
    'keeps %d bytes whole, with their hash, and gives them back',
    async (size) => {
      const { files } = open();
      const fileId = randomUUID();
      const bytes = Buffer.alloc(size, 'bukti ');
      expect(await files.keep(fileId, chunksOf(bytes))).toEqual({ sha256: sha256Of(bytes), size });
      expect(Buffer.compare(await buffer((await files.open(fileId))!), bytes)).toBe(0);
    },
  );

  it('has nothing any more of what was removed, as often as that is', async () => {
    const { files } = open();
    const fileId = await keepIn(files, Buffer.from('bukti'));
    const other = await keepIn(files, Buffer.from('lain'));
    await files.remove(fileId);
    await files.remove(fileId);
    expect(await files.open(fileId)).toBeNull();
    expect(await files.open(randomUUID())).toBeNull();
    expect((await buffer((await files.open(other))!)).toString()).toBe('lain');
  });

  it('leaves nothing of bytes that end in an error', async () => {
    const { files, count } = open();
    await keepIn(files, Buffer.from('bukti'));
    const before = count();
    const fileId = randomUUID();
    const broken = async function* () {
      yield Buffer.from('the beginning');
      throw new Error('the line went dead');
    };
    await expect(files.keep(fileId, broken())).rejects.toThrow('the line went dead');
    expect(await files.open(fileId)).toBeNull();
    expect(count()).toBe(before);
  });
});

describe('the store of this test', () => {
  /** The first example of Amazon's own description of signatures in headers. */
  it('reckons signatures as Amazon does', () => {
    const headers = {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
    };
    const scope = '20130524/us-east-1/s3/aws4_request';
    const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    const request = { method: 'GET', path: '/test.txt', headers };
    expect(signatureOf(request, { names: Object.keys(headers), scope, secretAccessKey })).toBe(
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });
});

describe('a bucket', () => {
  const opened = (bucket = store.bucket(), timeoutMs = TIMEOUT_MS) => new S3Files(bucket, timeoutMs);

  it('is told the size and the signed hash of what comes, so that it can refuse what came to harm', async () => {
    const bytes = Buffer.alloc(70_000, 'bukti ');
    const fileId = await keepIn(opened(), bytes);
    expect(store.asked.get(`/evidence/claims/${fileId}`)).toMatchObject({
      method: 'PUT',
      headers: { 'content-length': '70000', 'x-amz-content-sha256': sha256Of(bytes) },
    });
    expect(store.objects.get(`/evidence/claims/${fileId}`)).toEqual(bytes);
  });

  it('that does not know who signs, or is not there, is no absence of a file, and no reason to tell a secret', async () => {
    const secretAccessKey = 'another secret than the store knows';
    for (const wrong of [store.bucket({ secretAccessKey }), store.bucket({ name: 'elsewhere' })]) {
      const files = opened(wrong);
      const asked = [files.open(randomUUID()), files.keep(randomUUID(), chunksOf(Buffer.from('bukti')))];
      for (const answer of await Promise.allSettled(asked)) {
        const { reason } = answer as PromiseRejectedResult;
        expect(reason).toMatchObject({ message: expect.stringMatching(/answered 40[34] to (GET|PUT)/) });
        expect(reason).not.toBeInstanceOf(DependencyUnavailable);
        expect(String(reason)).not.toContain(secretAccessKey);
      }
    }
  });

  const outages: [string, RequestListener, number][] = [
    ['is silent', () => undefined, SHORT_TIMEOUT_MS],
    ['breaks off', (request) => request.destroy(), TIMEOUT_MS],
    [
      'is too busy',
      (request, response) => void request.resume().on('end', () => response.writeHead(503).end()),
      TIMEOUT_MS,
    ],
  ];

  it.each(outages)('that %s is away: somebody may ask again', async (_how, answers, timeoutMs) => {
    const server = createServer(answers);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/evidence`;
    const files = opened(store.bucket({ url }), timeoutMs);
    const keeping = files.keep(randomUUID(), chunksOf(Buffer.alloc(100_000)));
    await expect(keeping).rejects.toThrow(DependencyUnavailable);
    await expect(files.open(randomUUID())).rejects.toThrow(DependencyUnavailable);
    await expect(files.remove(randomUUID())).rejects.toThrow(DependencyUnavailable);
    server.closeAllConnections();
    server.close();
  });

  it('that leads elsewhere is not followed: what is signed is for it alone', async () => {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(307, { location: `${store.bucket().url}/somewhere` }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/evidence`;
    await expect(opened(store.bucket({ url })).open(randomUUID())).rejects.toThrow('answered 307 to GET');
    server.closeAllConnections();
    server.close();
  });
});
