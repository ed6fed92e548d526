import { describe, expect, it } from '@jest/globals';
import { EventSource } from './event-source.js';

const TEXT =
  'retry: 2000\n\nevent: coverage\nid: 1:2026-01-01\ndata: {"persons":1}\n\n: still here\n\nevent: freshness\ndata: {}\n\n';

describe('server-sent events', () => {
  it.each([1, 7, TEXT.length])('are put together from pieces of %i characters', (size) => {
    const source = new EventSource();
    const events = [];
    for (let at = 0; at < TEXT.length; at += size) events.push(...source.take(TEXT.slice(at, at + size)));
    expect(events).toEqual([
      { name: 'coverage', data: '{"persons":1}' },
      { name: 'freshness', data: '{}' },
    ]);
  });

  it('wait for their end', () => {
    const source = new EventSource();
    expect(source.take('event: coverage\ndata: 1\n')).toEqual([]);
    expect(source.take('\n')).toEqual([{ name: 'coverage', data: '1' }]);
  });
});
