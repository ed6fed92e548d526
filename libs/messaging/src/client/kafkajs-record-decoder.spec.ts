import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRequire } from 'node:module';
import { LogRecord, type BatchContext, type DecodedRecord } from './kafkajs-record-decoder.js';
import { encodeRecord } from './kafkajs-record-encoder.js';
import { decodeRecordSlowly } from './kafkajs-records.js';

type Bytes = { readVarIntBytes(): Buffer; readonly buffer: Buffer };
const Decoder = createRequire(import.meta.url)('kafkajs/src/protocol/decoder.js') as new (
  bytes: Buffer,
) => Bytes;

const batch: BatchContext = { firstOffset: '1000', firstTimestamp: '1734427800000', magicByte: 2 };
const decodeRecord = (record: Buffer, context: BatchContext) => new LogRecord(record, context);
const withoutLength = (buffer: Buffer) => new Decoder(buffer).readVarIntBytes();

/** kafkajs lists what is given twice; the last of it counts. */
const slowly = (record: Buffer, context: BatchContext) => {
  const { headers, ...rest } = decodeRecordSlowly(new Decoder(record), context);
  const last = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? (value as Buffer[]).at(-1) : value,
  ]);
  return { ...rest, headers: Object.fromEntries(last) as object };
};

const plain = (record: LogRecord): DecodedRecord => {
  const { magicByte, attributes, timestamp, offset, key, value, headers, isControlRecord, batchContext } =
    record;
  const all = { magicByte, attributes, timestamp, offset, key, value, isControlRecord, batchContext };
  return { ...all, headers: { ...headers } };
};

const readByBoth = (record: Buffer, context = batch) => ({
  ours: plain(decodeRecord(record, context)) as object,
  theirs: slowly(record, context) as object,
});

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const name = fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => text !== '__proto__');

describe('the record decoder', () => {
  it('reads what the decoder of kafkajs reads', () => {
    fc.assert(
      fc.property(
        fc.record({
          offsetDelta: fc.nat(100_000),
          timestampDelta: fc.integer({ min: -1_000_000, max: 2 ** 30 }),
          key: fc.option(bytes),
          value: fc.option(bytes),
          headers: fc.dictionary(name, fc.oneof(bytes, fc.array(bytes, { minLength: 1, maxLength: 3 })), {
            maxKeys: 12,
          }),
        }),
        (record) => {
          const { ours, theirs } = readByBoth(withoutLength(encodeRecord(record).buffer));
          expect(ours).toEqual(theirs);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a tombstone without key', { key: null, value: null }],
    ['empty bytes', { key: '', value: '', headers: { empty: '' } }],
    ['lengths on both sides of a byte', { key: 'k'.repeat(63), value: 'v'.repeat(64) }],
    ['lengths on both sides of two bytes', { key: 'k'.repeat(8_191), value: 'v'.repeat(8_192) }],
    ['names that are no ASCII', { headers: { 'ä€': 'x', ä$: 'y' } }],
  ])('reads the same of %s', (_what, record) => {
    const { ours, theirs } = readByBoth(withoutLength(encodeRecord(record).buffer));
    expect(ours).toEqual(theirs);
  });

  it('knows a header by its name, wherever the last record had another', () => {
    const read = (headers: Record<string, string>) =>
      Object.keys(decodeRecord(withoutLength(encodeRecord({ headers }).buffer), batch).headers);
    expect(read({ ce_id: '1', ce_type: 't' })).toEqual(['ce_id', 'ce_type']);
    expect(read({ ce_no: '1', ce_typ: 't', ce_typed: 't' })).toEqual(['ce_no', 'ce_typ', 'ce_typed']);
  });

  it('keeps a header that is called __proto__ as a header', () => {
    const { buffer } = encodeRecord({ headers: Object.fromEntries([['__proto__', 'x']]) });
    const { headers } = decodeRecord(withoutLength(buffer), batch);
    expect(Object.keys(headers)).toEqual(['__proto__']);
  });

  it('takes the time of the broker where that counts', () => {
    const context = { ...batch, timestampType: 1, maxTimestamp: '1734427999999' };
    const { ours, theirs } = readByBoth(withoutLength(encodeRecord({ timestampDelta: 5 }).buffer), context);
    expect(ours).toEqual(theirs);
  });

  it('knows a mark of a transaction', () => {
    const context = { ...batch, isControlBatch: true };
    const { ours, theirs } = readByBoth(withoutLength(encodeRecord({ key: 'k' }).buffer), context);
    expect(ours).toEqual(theirs);
  });

  it('counts exactly beyond 2⁵³', () =>
    expect(
      decodeRecord(withoutLength(encodeRecord({ offsetDelta: 1 }).buffer), {
        ...batch,
        firstOffset: '9007199254740992',
      }).offset,
    ).toBe('9007199254740993'));

  it('does not begin where the record is cut off, wherever that is', () => {
    const record = withoutLength(encodeRecord({ key: 'key', value: 'value', headers: { a: 'b' } }).buffer);
    for (let end = 0; end < record.length; end += 1)
      expect(() => decodeRecord(record.subarray(0, end), batch)).toThrow('out of range');
  });

  it('counts what a message holds: key, value and headers', () => {
    const sizeOf = (record: object) => decodeRecord(withoutLength(encodeRecord(record).buffer), batch).size;
    expect(sizeOf({ key: 'key', value: 'value', headers: { name: 'text', other: '' } })).toBe(12);
    expect(sizeOf({ key: null, value: null })).toBe(0);
  });
});
