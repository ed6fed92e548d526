import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FolderFiles } from './folder-files.js';

let folder: string;
let files: FolderFiles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cakupan-files-'));
  files = new FolderFiles(join(folder, 'files'));
});
afterAll(() => rm(folder, { recursive: true }));

it('keeps bytes whole, with their hash, and gives them back', async () => {
  const fileId = randomUUID();
  const bytes = Buffer.alloc(300_000, 'bukti ');
  const chunks = Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]);
  expect(await files.keep(fileId, chunks)).toEqual({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: 300_000,
  });
  expect(await buffer((await files.open(fileId))!)).toEqual(bytes);
  await files.remove(fileId);
  await files.remove(fileId);
  expect(await files.open(fileId)).toBeNull();
});

it('leaves nothing of bytes that end in an error', async () => {
  const fileId = randomUUID();
  const broken = async function* () {
    yield Buffer.from('the beginning');
    throw new Error('the line went dead');
  };
  await expect(files.keep(fileId, broken())).rejects.toThrow('the line went dead');
  expect(await files.open(fileId)).toBeNull();
  expect(await readdir(join(folder, 'files', fileId.slice(-2)))).toEqual([]);
});
