import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Needles, needlesOf } from './forms.js';
import { filesBelow, leaksInFile } from './search.js';

const needles = new Needles(needlesOf([{ what: 'A nik', text: '3372055708900001' }]));
const CHUNK_BYTES = 8 * 1_048_576;
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'cakupan-leaks-'))));
afterAll(() => rm(folder, { recursive: true }));

const written = async (name: string, content: Buffer) => {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
};

it.each([0, 1, 8, 15, 16])(
  'finds what lies across the border of two chunks, %i bytes of it behind',
  async (behind) => {
    const content = Buffer.alloc(CHUNK_BYTES + 64, 'x');
    content.write('3372055708900001', CHUNK_BYTES - 16 + behind);
    const file = await written(`across-${behind}`, content);
    expect(await leaksInFile(file, needles)).toEqual([{ place: file, what: 'A nik', form: 'plain' }]);
  },
);

it('finds nothing where there is nothing, and where there is no file any more', async () => {
  const file = await written('empty', Buffer.alloc(0));
  expect(await leaksInFile(file, needles)).toEqual([]);
  expect(await leaksInFile(`${file}-gone`, needles)).toEqual([]);
});

it('looks into all folders but those that are left out', async () => {
  await mkdir(join(folder, 'kafka/channel.sign-ups.v1-3'), { recursive: true });
  await mkdir(join(folder, 'kafka/enrollment.members.v1-3'), { recursive: true });
  await written('kafka/channel.sign-ups.v1-3/0.log', Buffer.from('a'));
  const seen = await written('kafka/enrollment.members.v1-3/0.log', Buffer.from('b'));
  const files = await filesBelow(join(folder, 'kafka'), /channel\.sign-ups\.v1-\d+\//);
  expect(files).toEqual([seen]);
});
