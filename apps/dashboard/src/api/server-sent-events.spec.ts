import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventReader } from './server-sent-events.js';

const TEXT =
  ': hello\r\nid: 7\nevent: coverage\ndata: {"a":\ndata: 1}\n\nretry: 5\ndata:no space\r\r\nid\ndata: x\nunknown: y\n\ndata: unfinished';

describe('a stream of events', () => {
  it('is read by the lines of its fields', () => {
    const reader = new EventReader();
    expect(reader.read(TEXT)).toEqual([
      { type: 'coverage', data: '{"a":\n1}' },
      { type: 'message', data: 'no space' },
      { type: 'message', data: 'x' },
    ]);
    expect(reader.lastEventId).toBe('');
  });

  it('is the same wherever it is cut', () => {
    const whole = new EventReader().read(TEXT);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: TEXT.length }), { maxLength: 8 }), (cuts) => {
        const places = [0, ...[...cuts].sort((a, b) => a - b), TEXT.length];
        const reader = new EventReader();
        const events = places.slice(1).flatMap((end, index) => reader.read(TEXT.slice(places[index], end)));
        expect(events).toEqual(whole);
      }),
    );
  });

  it('keeps the id of the last event, and one with a null character never', () => {
    const reader = new EventReader('3');
    expect(reader.lastEventId).toBe('3');
    reader.read('id: 4\ndata: x\n\nid: 5\0\ndata: y\n\n');
    expect(reader.lastEventId).toBe('4');
  });

  it('takes an event without data for none, and forgets its type', () =>
    expect(new EventReader().read('event: freshness\n\ndata: x\n\n')).toEqual([
      { type: 'message', data: 'x' },
    ]));
});
