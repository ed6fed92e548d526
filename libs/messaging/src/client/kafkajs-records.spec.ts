import { expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { encodeRecord } from './kafkajs-record-encoder.js';
import { useFastRecords } from './kafkajs-records.js';

const kafkajs = createRequire(import.meta.url);
const RECORD = 'kafkajs/src/protocol/recordBatch/record/v0/';

it('kafkajs uses the encoder and the decoder of this project', () => {
  useFastRecords();
  expect(kafkajs(`${RECORD}index.js`)).toBe(encodeRecord);
  const { buffer } = encodeRecord({ offsetDelta: 3, value: 'v' });
  const decode = kafkajs(`${RECORD}decoder.js`) as (...given: unknown[]) => object;
  expect(decode({ buffer: buffer.subarray(1) }, { firstOffset: '4', firstTimestamp: '0' })).toMatchObject({
    offset: '7',
    value: Buffer.from('v'),
  });
});
