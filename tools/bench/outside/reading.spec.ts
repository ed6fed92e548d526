import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from '#libs/messaging';
import { Reading } from './reading.js';

const message = (type: string, data: object | null, id = 'x'): IncomingMessage => ({
  offset: 0n,
  key: null,
  value: data === null ? null : Buffer.from(JSON.stringify(data)),
  headers: { ce_type: Buffer.from(type), ce_id: Buffer.from(id) },
  timestampMs: 0,
});
const paid = (id: string, amount: number) => message('paid', { id, amount, other: 1 });
const reading = (awaited: number) =>
  new Reading({ fields: { paid: ['id', 'amount'] }, amount: 'amount', awaited });

describe('a reader', () => {
  it('knows when the first came and when all had come', () => {
    const reader = reading(3);
    reader.take('t', [paid('a', 1), paid('b', 2)], 100);
    expect(reader.read).toMatchObject({ count: 2, firstAtMs: 100, firstCount: 2, reachedAtMs: null });
    reader.take('t', [paid('c', 3)], 140);
    reader.take('t', [paid('d', 4)], 180);
    expect(reader.read).toMatchObject({ count: 4, firstAtMs: 100, firstCount: 2, reachedAtMs: 140 });
  });

  it('adds up what it is told to, of the types it is told of', () => {
    const reader = reading(9);
    reader.take(
      't',
      [paid('a', 10), message('other', { amount: 5 }), paid('b', 20), message('paid', null)],
      1,
    );
    expect(reader.read.digest).toMatchObject({ count: 2, sum: 30 });
  });

  it('shows an event that is there twice, or says something else', () => {
    const of = (...messages: IncomingMessage[]) => {
      const reader = reading(1);
      reader.take('t', messages, 1);
      return reader.read.digest.hash;
    };
    expect(of(paid('a', 1), paid('b', 2))).toBe(of(paid('b', 2), paid('a', 1)));
    expect(of(paid('a', 1), paid('b', 2))).not.toBe(of(paid('a', 1), paid('b', 2), paid('b', 2)));
    expect(of(paid('a', 1))).not.toBe(of(paid('a', 2)));
  });

  it('can go by ids alone', () => {
    const reader = new Reading({ fields: {}, byId: true, awaited: 2 });
    reader.take('t', [message('any', {}, 'one'), message('any', null, 'two')], 1);
    expect(reader.read.digest.count).toBe(2);
  });
});
