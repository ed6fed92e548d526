import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeRecord, type RecordToEncode } from './kafkajs-record-encoder.js';
import { encodeRecordSlowly } from './kafkajs-records.js';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 20 }));
const bytes = fc.oneof(
  text,
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
);
const record: fc.Arbitrary<RecordToEncode> = fc.record({
  offsetDelta: fc.nat(100_000),
  timestampDelta: fc.integer({ min: -1_000_000, max: 2 ** 40 }),
  key: fc.option(bytes),
  value: fc.option(bytes),
  headers: fc.dictionary(text, fc.oneof(bytes, fc.array(bytes, { maxLength: 3 })), { maxKeys: 12 }),
});

describe('the record encoder', () => {
  it('writes the bytes that the encoder of kafkajs writes', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(encodeRecord(one).buffer.equals(encodeRecordSlowly(one).buffer)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing at all', {}],
    ['a tombstone', { key: 'a', value: null, headers: {} }],
    ['an empty value', { key: '', value: '' }],
    ['lengths on both sides of a byte', { key: 'k'.repeat(63), value: 'v'.repeat(64) }],
    ['lengths on both sides of two bytes', { key: 'k'.repeat(8_191), value: 'v'.repeat(8_192) }],
    ['a large value', { key: 'a', value: Buffer.alloc(3_000_000, 7) }],
  ])('writes the same for %s', (_what, one) =>
    expect(encodeRecord(one).buffer.equals(encodeRecordSlowly(one).buffer)).toBe(true),
  );
});
