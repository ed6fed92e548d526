import type { Api } from '../api/api.js';
import type { Freshness, PushedRow } from '../api/coverage-answer.js';
import { listen, type Connection } from '../api/push.js';
import { streamRequest } from '../api/requests.js';
import type { ServerSentEvent } from '../api/server-sent-events.js';
import type { Question } from '../model/question.js';

/** Whom the push channel tells. */
export interface LiveListener {
  readonly onRow: (row: PushedRow) => void;
  readonly onFreshness: (freshness: Freshness) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** Waits so long, or until the signal aborts. */
export const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

const take = ({ type, data }: ServerSentEvent, listener: LiveListener): void => {
  if (type === 'coverage') listener.onRow(JSON.parse(data) as PushedRow);
  if (type === 'freshness') listener.onFreshness(JSON.parse(data) as Freshness);
};

/** Hears of the figure until the signal aborts. */
export const followFigure = (
  api: Api,
  question: Question,
  listener: LiveListener,
  signal: AbortSignal,
): Promise<void> =>
  listen({
    open: (lastEventId, ending) => api.stream(streamRequest(question), lastEventId, ending),
    onEvent: (event) => take(event, listener),
    onConnection: (connection) => listener.onConnection(connection),
    wait,
    signal,
  });

/** The public has no push channel; it asks again from time to time. */
const ASK_AGAIN_MS = 60_000;

/** Asks again every minute until the signal aborts, unless nobody looks. */
export const askEveryMinute = async (ask: () => void, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await wait(ASK_AGAIN_MS, signal);
    if (!signal.aborted && document.visibilityState === 'visible') ask();
  }
};
