import type { QueryClient } from '@tanstack/query-core';
import { useEffect, useState } from 'preact/hooks';
import type { Coverage, Freshness, PushedRow } from '../api/answers.js';
import { askFigure, streamAddress } from '../api/asks.js';
import { openAddress, type Answered } from '../api/client.js';
import { listen, type Connection } from '../api/push.js';
import type { Place } from '../model/place.js';
import type { Viewer } from './visit.js';

/** While figures stream in, the other parts of the page follow this often. */
const FOLLOW_EVERY_MS = 3_000;
/** The public has no push channel; it asks again from time to time. */
const ASK_AGAIN_MS = 60_000;

/** Waits so long, or until the signal aborts. */
const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Takes what is pushed about one figure into the answers. */
const takerOf = (queries: QueryClient, place: Place, signal: AbortSignal) => {
  const { key } = askFigure(place);
  let isDue = false;
  const change = (how: (answer: Coverage) => Coverage) =>
    queries.setQueryData<Answered<Coverage>>(
      [...key],
      (known) => known && { ...known, body: how(known.body) },
    );
  const askRestSoon = async () => {
    if (isDue) return;
    isDue = true;
    await wait(FOLLOW_EVERY_MS, signal);
    isDue = false;
    if (!signal.aborted) await queries.invalidateQueries();
  };
  return {
    row: (row: PushedRow) => {
      // A figure that moved while it was asked for is newer than the answer.
      void queries.cancelQueries({ queryKey: key }, { silent: true });
      change((answer) => ({ ...answer, asOf: row.asOf ?? answer.asOf, rows: [row] }));
      void askRestSoon();
    },
    freshness: (freshness: Freshness) => change((answer) => ({ ...answer, freshness })),
  };
};

const follow = (
  { queries, token }: Viewer,
  place: Place,
  { signal, onConnection }: { signal: AbortSignal; onConnection: (connection: Connection) => void },
): Promise<void> => {
  const taker = takerOf(queries, place, signal);
  let wasCutOff = false;
  return listen({
    open: (lastEventId, ending) => {
      const accept = { accept: 'text/event-stream' };
      const headers = lastEventId === '' ? accept : { ...accept, 'last-event-id': lastEventId };
      return openAddress(streamAddress(place), { headers, signal: ending }, { token, fetch });
    },
    onEvent: ({ event, data }) => {
      if (event === 'coverage') taker.row(JSON.parse(data) as PushedRow);
      if (event === 'freshness') taker.freshness(JSON.parse(data) as Freshness);
    },
    onConnection: (connection) => {
      onConnection(connection);
      // What changed while nobody listened.
      if (connection === 'live' && wasCutOff) void queries.invalidateQueries();
      wasCutOff = connection === 'waiting';
    },
    wait,
    signal,
  });
};

/** Asks again every minute until the signal aborts, unless nobody looks. */
const askEveryMinute = async (queries: QueryClient, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await wait(ASK_AGAIN_MS, signal);
    if (!signal.aborted && document.visibilityState === 'visible') await queries.invalidateQueries();
  }
};

/** Keeps the figure of a place moving while the place is shown, and tells how live it is. */
export const useLive = (viewer: Viewer, place: Place): Connection => {
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    setConnection('connecting');
    if (!viewer.isAnalyst) void askEveryMinute(viewer.queries, signal);
    else void follow(viewer, place, { signal, onConnection: setConnection });
    return () => ending.abort();
  }, [viewer, streamAddress(place)]);
  return connection;
};
