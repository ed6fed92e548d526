import type { IncomingMessage } from '../client/kafka-client.js';
import type { Decoded } from '../envelope/decode.js';
import { digestOfMessage } from '../proof/event-digest.js';
import type { Entry } from './share.js';

/** What a waiting message holds, read once; the waiting message itself keeps nothing of it. */
const open = ({ offset, key, value, headers, timestampMs }: IncomingMessage): IncomingMessage => ({
  offset,
  key,
  value,
  headers,
  timestampMs,
});

/**
 * Messages whose turn has come, read: what they hold is read out of the log's bytes once, for all that needs it.
 * @param isAccounted a reader's account is kept of the topic: it goes by the messages' digests
 */
export const entriesOf = (
  messages: readonly IncomingMessage[],
  decode: (message: IncomingMessage) => Decoded,
  isAccounted: boolean,
): readonly Entry[] =>
  messages.map((incoming) => {
    const opened = open(incoming);
    const decoded = decode(opened);
    return isAccounted ? { incoming, decoded, digest: digestOfMessage(opened) } : { incoming, decoded };
  });
