import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { rowOf } from '../../../domain/figures/row.js';
import type { News } from '../../../use-cases/watch-coverage.js';
import { EventStream, seenBy } from './event-stream.js';

/** A connection whose other end reads, or does not. */
class Connection extends EventEmitter {
  readonly written: string[] = [];
  isRead = true;
  writableEnded = false;

  write(text: string): boolean {
    this.written.push(text);
    return this.isRead;
  }

  end(): void {
    this.writableEnded = true;
    this.emit('close');
  }

  /** The other end reads again. */
  drain(): void {
    this.isRead = true;
    this.emit('drain');
  }
}

const OF_SOLO = { region: '33.72', name: 'Kota Surakarta', segment: null, joined: 0 };

const newsOf = (mark: string, persons: Record<string, number>, whole = false): News => ({
  mark,
  asOf: '2024-12-17',
  rows: Object.entries(persons).map(([part, count]) =>
    rowOf({ ...OF_SOLO, part, persons: count, denominator: null, target: null }),
  ),
  whole,
  freshness: { recordedThrough: null, lagMs: 0, applied: 0, reading: 'current' },
});

/** Name, id and, of a row, its persons. */
const eventsIn = (text: string) =>
  text
    .split('\n\n')
    .filter((part) => part.startsWith('event: '))
    .map((part) => {
      const [name, id, data] = part.split('\n').map((line) => line.slice(line.indexOf(': ') + 2));
      const { part: of, persons, whole } = JSON.parse(data!) as Record<string, unknown>;
      return name === 'coverage' ? [name, id, of, persons] : [name, id, whole];
    });

const opened = (seen: string | null = null) => {
  const connection = new Connection();
  const stream = new EventStream(connection as unknown as ServerResponse, seen);
  const events = () => connection.written.flatMap(eventsIn);
  return { connection, stream, events };
};

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a stream of figures', () => {
  it('gives the id of a push only behind all its rows, so that one that was cut off comes again whole', () => {
    const { stream, events } = opened();
    stream.show(newsOf('one', { bank: 2, kiosk: 30 }, true));
    stream.show(newsOf('two', { kiosk: 31 }));
    expect(events()).toEqual([
      ['coverage', '0', 'bank', 2],
      ['coverage', '0', 'kiosk', 30],
      ['freshness', 'one', true],
      ['coverage', 'one', 'kiosk', 31],
      ['freshness', 'two', false],
    ]);
  });

  it('goes on from what the viewer had seen', () => {
    const { stream, events } = opened('before');
    stream.show(newsOf('after', { kiosk: 31 }));
    expect(events()[0]).toEqual(['coverage', 'before', 'kiosk', 31]);
  });

  it('keeps the latest of each row for who reads slowly, and nothing else', () => {
    const { connection, stream, events } = opened();
    connection.isRead = false;
    stream.show(newsOf('first', { bank: 2, kiosk: 30 }, true));
    const sent = connection.written.length;
    for (let push = 1; push <= 1_000; push += 1) stream.show(newsOf(`push-${push}`, { kiosk: 30 + push }));
    jest.advanceTimersByTime(60_000);
    expect(connection.written).toHaveLength(sent);
    connection.drain();
    expect(events().slice(3)).toEqual([
      ['coverage', 'first', 'kiosk', 1_030],
      ['freshness', 'push-1000', false],
    ]);
  });

  it('says that it was whole where the first picture waits with what came behind it', () => {
    const { connection, stream, events } = opened();
    connection.isRead = false;
    jest.advanceTimersByTime(15_000); // a heartbeat that nobody reads
    stream.show(newsOf('first', { bank: 2 }, true));
    stream.show(newsOf('second', { kiosk: 1 }));
    connection.drain();
    expect(events()).toEqual([
      ['coverage', '0', 'bank', 2],
      ['coverage', '0', 'kiosk', 1],
      ['freshness', 'second', true],
    ]);
  });

  it('lets whoever keeps connections open hear something now and then, until it ends', () => {
    const { connection, stream } = opened();
    jest.advanceTimersByTime(15_000);
    expect(connection.written.at(-1)).toBe(': still here\n\n');
    stream.end();
    const { length } = connection.written;
    jest.advanceTimersByTime(60_000);
    expect(connection.written).toHaveLength(length);
  });
});

it('takes for what was seen only what may be an id of its own', () => {
  expect(seenBy(undefined)).toBeNull();
  expect(seenBy('')).toBeNull();
  expect(seenBy('a b')).toBeNull();
  expect(seenBy('abc-_1')).toBe('abc-_1');
});
