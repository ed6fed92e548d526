import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { waitMs } from './back-off.js';
import { FetchFailed, mayPass } from './failure.js';

/** `waiting`: broken, to be opened again; `off`: not to be had. */
export type Connection = 'connecting' | 'live' | 'waiting' | 'off';

/** What a push channel needs and whom it tells. */
export interface PushOptions {
  readonly open: (lastEventId: string, signal: AbortSignal) => Promise<Response>;
  readonly onEvent: (event: EventSourceMessage) => void;
  readonly onConnection: (connection: Connection) => void;
  /** Waits; ends early when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** A connection that says nothing for so long (a laptop that slept, say) is taken for dead and opened again. */
const SILENCE_MAX_MS = 60_000;

/** Aborts when nothing was heard for too long. */
const watchSilence = () => {
  const silence = new AbortController();
  const start = () => setTimeout(() => silence.abort(), SILENCE_MAX_MS);
  let timer = start();
  const heard = () => {
    clearTimeout(timer);
    timer = start();
  };
  return { signal: silence.signal, heard, end: () => clearTimeout(timer) };
};

/** Reads by hand: not every browser iterates over a stream. */
const readPieces = async (response: Response, take: (text: string) => void): Promise<void> => {
  const pieces = response.body!.getReader();
  const decoder = new TextDecoder();
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read())
    take(decoder.decode(piece.value, { stream: true }));
};

/** Reads events out of one connection, and keeps the id of the last one. */
const readerAfter = (lastEventId: string, onEvent: PushOptions['onEvent']) => {
  const seen = { lastEventId };
  const parser = createParser({
    onEvent: (event) => {
      seen.lastEventId = event.id ?? seen.lastEventId;
      onEvent(event);
    },
  });
  return { seen, feed: (text: string) => parser.feed(text) };
};
type Reader = ReturnType<typeof readerAfter>;

/** One connection, from its opening to its end. */
const connectOnce = async (reader: Reader, options: PushOptions, opened: () => void): Promise<void> => {
  const silence = watchSilence();
  try {
    const response = await options.open(
      reader.seen.lastEventId,
      AbortSignal.any([options.signal, silence.signal]),
    );
    opened();
    await readPieces(response, (text) => {
      silence.heard();
      reader.feed(text);
    });
  } finally {
    silence.end();
  }
};

/** Whether the channel may be tried again after this error. */
const mayComeBack = (error: unknown): boolean => !(error instanceof FetchFailed) || mayPass(error.failure);

/**
 * Listens until the signal aborts, opening the channel again after the last event seen whenever it breaks. Ends as
 * `off` where the service refuses (no token, not allowed).
 */
export const listen = async (options: PushOptions): Promise<void> => {
  let lastEventId = '';
  let attempt = 0;
  const opened = () => {
    attempt = 0;
    options.onConnection('live');
  };
  while (!options.signal.aborted) {
    // A new reader each time: half an event that was cut off is sent again whole.
    const reader = readerAfter(lastEventId, options.onEvent);
    try {
      await connectOnce(reader, options, opened);
    } catch (error) {
      if (options.signal.aborted) return;
      if (!mayComeBack(error)) return options.onConnection('off');
    }
    lastEventId = reader.seen.lastEventId;
    options.onConnection('waiting');
    await options.wait(waitMs(attempt, Math.random()), options.signal);
    attempt += 1;
  }
};
