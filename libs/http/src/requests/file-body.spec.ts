import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { Problem } from '../problems/problem.js';
import { fileBodyOf } from './file-body.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const read = async (type: string | undefined, chunks: readonly Buffer[], bytesMax = 100) => {
  const file = fileBodyOf({ headers: { 'content-type': type }, body: Readable.from(chunks) }, bytesMax);
  return { type: file.type, bytes: await buffer(file.bytes) };
};
const statusOf = (reading: Promise<unknown>): Promise<number> =>
  reading.then(
    () => 200,
    (error: unknown) => (error instanceof Problem ? error.body.status : 500),
  );

describe('a file in a body', () => {
  it.each([
    ['image/png', PNG],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['application/pdf', Buffer.from('%PDF-1.7')],
  ])('is taken as it comes: %s', async (type, bytes) =>
    expect(await read(type, [bytes])).toEqual({ type, bytes }),
  );

  it('is known by its first bytes, however they are cut', async () => {
    const cut = [...PNG].map((byte) => Buffer.from([byte]));
    expect(await read('Image/PNG; q=1', cut)).toEqual({ type: 'image/png', bytes: PNG });
  });

  it.each([
    ['another type than it says', 'image/jpeg', [PNG]],
    ['a page', 'image/png', [Buffer.from('<html><script>')]],
    ['a beginning only', 'image/png', [PNG.subarray(0, 7)]],
    ['nothing', 'application/pdf', []],
    ['a type that is not taken', 'image/svg+xml', [PNG]],
    ['no type', undefined, [PNG]],
  ])('is refused when it is %s', async (_what, type, chunks) =>
    expect(await statusOf((async () => read(type, chunks))())).toBe(415),
  );

  it('may be as large as the limit, and no byte larger', async () => {
    expect(await statusOf(read('image/png', [PNG], PNG.length))).toBe(200);
    expect(await statusOf(read('image/png', [PNG], PNG.length - 1))).toBe(413);
  });
});
