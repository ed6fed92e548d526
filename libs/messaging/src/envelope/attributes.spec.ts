import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IncomingMessage } from '../client/kafka-client.js';
import { attributesOf } from './attributes.js';

const headers = {
  ce_specversion: '1.0',
  ce_id: 'a',
  ce_source: '/b',
  ce_type: 'id.cakupan.c.v1',
  ce_time: '2024-12-17T09:30:00+07:00',
  ce_subject: 'thing/1',
  ce_sequence: '3',
};
const message = (given: Record<string, string | undefined>, value: object = {}): IncomingMessage => ({
  offset: 0n,
  key: null,
  value: Buffer.from(JSON.stringify(value)),
  timestampMs: 0,
  headers: Object.fromEntries(
    Object.entries(given).flatMap(([name, text]) => (text === undefined ? [] : [[name, Buffer.from(text)]])),
  ),
});

describe('the attributes of a message', () => {
  it('are read from headers, with the instant in UTC', () =>
    expect(attributesOf(message(headers), false)).toEqual({
      id: 'a',
      type: 'id.cakupan.c.v1',
      time: '2024-12-17T02:30:00.000Z',
      subject: 'thing/1',
      sequence: 3,
      correlationId: 'a',
      traceparent: null,
    }));

  it.each(['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'])('need %s on every topic', (name) =>
    expect(attributesOf(message({ ...headers, [name]: undefined }), true)).toMatchObject({
      reason: 'headers-missing',
    }),
  );

  it.each(['ce_subject', 'ce_sequence'])('need %s on domain topics alone', (name) => {
    const without = message({ ...headers, [name]: undefined });
    expect(attributesOf(without, false)).toMatchObject({ reason: 'headers-missing', detail: name });
    expect(attributesOf(without, true)).toHaveProperty('id', 'a');
  });

  it.each(['a\u0000', 'a\nb', 'a\u009f', Buffer.from([0x61, 0xff])])('take %j for no text', (given) => {
    const { headers: whole, ...rest } = message(headers);
    const withIt = (name: string) => ({ ...rest, headers: { ...whole, [name]: Buffer.from(given) } });
    expect(attributesOf(withIt('ce_id'), true)).toMatchObject({ reason: 'headers-missing', detail: 'ce_id' });
    expect(attributesOf(withIt('ce_subject'), false)).toMatchObject({ detail: 'ce_subject' });
    expect(attributesOf(withIt('ce_correlationid'), true)).toHaveProperty('correlationId', 'a');
    expect(attributesOf(withIt('traceparent'), true)).toHaveProperty('traceparent', null);
  });

  it.each(['0', '-1', '1.5', 'x'])('take no sequence %s', (ce_sequence) =>
    expect(attributesOf(message({ ...headers, ce_sequence }), false)).toMatchObject({
      detail: 'ce_sequence',
    }),
  );

  it.each(['0.3', '1', '2.0'])('take no version %s of CloudEvents', (ce_specversion) =>
    expect(attributesOf(message({ ...headers, ce_specversion }), true)).toHaveProperty('reason'),
  );

  it.each(['2024-12-17', '17 Dec 2024', '2024-12-17T09:30:00', '2024-13-17T09:30:00Z', '2024'])(
    'take %s for no instant',
    (ce_time) =>
      expect(attributesOf(message({ ...headers, ce_time }), true)).toMatchObject({ detail: 'ce_time' }),
  );

  it('have the instant that a date makes of it, however it is written', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    const stated = fc
      .tuple(fc.constantFrom('0000', '1970', '2024', '9999'), two(13), two(32), two(24), two(60), two(61))
      .map(
        ([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}`,
      );
    const written = fc.tuple(stated, fc.constantFrom('.000Z', '.007Z', 'Z', '.5Z', '+07:00'));
    fc.assert(
      fc.property(written, (parts) => {
        const ce_time = parts.join('');
        const ms = Date.parse(ce_time);
        const read = attributesOf(message({ ...headers, ce_time }), true);
        if (Number.isNaN(ms)) expect(read).toMatchObject({ detail: 'ce_time' });
        else expect(read).toHaveProperty('time', new Date(ms).toISOString());
      }),
      { numRuns: 2_000 },
    );
  });

  it('are part of the envelope in structured mode, on inbound topics alone', () => {
    const envelope = {
      specversion: '1.0',
      id: 'x',
      source: '/y',
      type: 't',
      time: '2024-12-17T02:30:00Z',
      data: { z: 1 },
    };
    const structured = message({ 'content-type': 'application/cloudevents+json; charset=utf-8' }, envelope);
    expect(attributesOf(structured, true)).toMatchObject({ id: 'x', type: 't', data: { z: 1 } });
    expect(attributesOf(structured, false)).toMatchObject({ reason: 'headers-missing' });
  });
});
