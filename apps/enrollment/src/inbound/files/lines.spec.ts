import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ROW_BYTES_MAX, rowsOfNdjson } from './lines.js';

const rowsOf = (...pieces: readonly (string | Buffer)[]) =>
  Array.fromAsync(rowsOfNdjson(Readable.from(pieces.map((piece) => Buffer.from(piece as string)))));

describe('rows of NDJSON', () => {
  it('are lines, whether or not the last one ends', async () => {
    expect(await rowsOf('{"a":1}\n{"a":2}\n')).toEqual(['{"a":1}', '{"a":2}']);
    expect(await rowsOf('{"a":1}\n{"a":2}')).toEqual(['{"a":1}', '{"a":2}']);
    expect(await rowsOf('')).toEqual([]);
  });

  it('are not the empty lines between them', async () =>
    expect(await rowsOf('\n\r\n1\n  \n2\r\n\n')).toEqual(['1', '2\r']));

  it('are the same however the bytes are cut', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '中', '😀', ' '), minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat(400)), async (lines, cuts) => {
        const bytes = Buffer.from(lines.join('\n'));
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort(
          (a, b) => a - b,
        );
        const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(await rowsOf(...pieces)).toEqual(lines.filter((text) => text.trim() !== ''));
      }),
    );
  });

  it('may be as long as a row may be, and not a byte longer', async () => {
    const longest = 'x'.repeat(ROW_BYTES_MAX);
    expect(await rowsOf(`${longest}\n1`)).toEqual([longest, '1']);
    expect(await rowsOf(`${longest}x\n1`)).toEqual([{ flaw: 'too-large' }, '1']);
    expect(await rowsOf(longest, 'x', longest, '\n', '1')).toEqual([{ flaw: 'too-large' }, '1']);
  });

  it('are unreadable where they are no UTF-8, each for itself', async () =>
    expect(await rowsOf(Buffer.from([0x31, 0x0a, 0xff, 0x0a, 0x32]))).toEqual([
      '1',
      { flaw: 'unreadable' },
      '2',
    ]));

  it('end with a refusal when the stream breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('1\n');
        throw new Error('aborted');
      })(),
    );
    await expect(Array.fromAsync(rowsOfNdjson(broken))).rejects.toMatchObject({ status: 400 });
  });

  it('leave the stream as it is when enough was read', async () => {
    const bytes = Readable.from([Buffer.from('1\n2\n'), Buffer.from('3\n')]);
    for await (const row of rowsOfNdjson(bytes)) if (row === '1') break;
    expect(bytes.destroyed).toBe(false);
  });
});
