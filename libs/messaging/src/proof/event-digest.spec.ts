import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOfMessage, eventDigest, type Digested } from './event-digest.js';

const header = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
/** Longer than what most messages are, too. */
const content = fc.string({ unit: 'grapheme', maxLength: 6_000, size: 'max' });

const event: fc.Arbitrary<Digested> = fc.record({
  eventId: header,
  type: header,
  subject: header,
  sequence: header,
  recordedAt: header,
  key: header,
  data: content,
});

const messageOf = ({ eventId, type, subject, sequence, recordedAt, key, data }: Digested) => ({
  offset: 0n,
  key: Buffer.from(key),
  value: Buffer.from(data),
  headers: {
    ce_id: Buffer.from(eventId),
    ce_type: Buffer.from(type),
    ce_subject: Buffer.from(subject),
    ce_sequence: Buffer.from(sequence),
    ce_time: Buffer.from(recordedAt),
    traceparent: Buffer.from('says nothing of the event'),
  },
  timestampMs: 0,
});

describe('the digest of a message', () => {
  it('is that of the event which its owner said', () =>
    fc.assert(
      fc.property(event, (said) => {
        expect(digestOfMessage(messageOf(said))).toBe(eventDigest(said));
      }),
      { numRuns: 300 },
    ));

  it('is another one where anything of it is another', () => {
    const said = {
      eventId: 'a',
      type: 'b',
      subject: 'c',
      sequence: '1',
      recordedAt: 'd',
      key: 'e',
      data: 'f',
    };
    const digests = Object.keys(said).map((name) => digestOfMessage(messageOf({ ...said, [name]: 'x' })));
    expect(new Set([...digests, digestOfMessage(messageOf(said))]).size).toBe(8);
  });

  it('can be told of a message that has nothing', () => {
    const nothing = { offset: 0n, key: null, value: null, headers: {}, timestampMs: 0 };
    const empty = { eventId: '', type: '', subject: '', sequence: '', recordedAt: '', key: '', data: '' };
    expect(digestOfMessage(nothing)).toBe(eventDigest(empty));
  });
});
