import { describe, expect, it } from '@jest/globals';
import type { EventSourceMessage } from 'eventsource-parser';
import { FetchFailed } from './failure.js';
import { listen, type Connection } from './push.js';

type Opening = () => Response;

/** Listens to a service that opens the channel in these ways, one after the other; ends when there is none left. */
const hear = async (...openings: Opening[]) => {
  const ending = new AbortController();
  const heard = {
    events: [] as EventSourceMessage[],
    connections: [] as Connection[],
    resumedAfter: [] as string[],
    waits: [] as number[],
  };
  await listen({
    open: async (lastEventId) => {
      heard.resumedAfter.push(lastEventId);
      return openings.shift()!();
    },
    onEvent: (event) => heard.events.push(event),
    onConnection: (connection) => heard.connections.push(connection),
    wait: async (ms) => {
      heard.waits.push(ms);
      if (openings.length === 0) ending.abort();
    },
    signal: ending.signal,
  });
  return heard;
};

const says = (text: string) => () => new Response(text);
const fails = (error: Error) => () => {
  throw error;
};
const breaksAfter = (text: string) => () => {
  const pieces = [new TextEncoder().encode(text)];
  return new Response(
    new ReadableStream({
      pull: (stream) => {
        const piece = pieces.shift();
        if (piece) stream.enqueue(piece);
        else stream.error(new TypeError('network error'));
      },
    }),
  );
};

describe('the push channel', () => {
  it('tells every event', async () => {
    const { events, connections } = await hear(
      says('event: coverage\ndata: 1\n\nevent: freshness\ndata: 2\n\n'),
    );
    expect(events).toMatchObject([
      { event: 'coverage', data: '1' },
      { event: 'freshness', data: '2' },
    ]);
    expect(connections).toEqual(['live', 'waiting']);
  });

  it('is opened again after the last event seen, and what was cut off is read anew', async () => {
    const { events, resumedAfter } = await hear(
      breaksAfter('id: 8\ndata: one\n\nid: 9\ndata: tw'),
      says('data: two\n\n'),
    );
    expect(resumedAfter).toEqual(['', '8']);
    expect(events.map(({ data }) => data)).toEqual(['one', 'two']);
  });

  it('waits longer while it cannot be opened, and begins anew once it could', async () => {
    const away = fails(new FetchFailed('unreachable'));
    const { waits } = await hear(away, away, says('data: x\n\n'), away);
    expect(waits[1]!).toBeGreaterThanOrEqual(1_000);
    expect(waits[2]!).toBeLessThanOrEqual(1_000);
    expect(waits[3]!).toBeGreaterThanOrEqual(1_000);
  });

  it('is given up where the service refuses', async () => {
    const { connections, resumedAfter } = await hear(fails(new FetchFailed('token-needed')));
    expect(connections).toEqual(['off']);
    expect(resumedAfter).toHaveLength(1);
  });
});
