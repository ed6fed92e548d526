import type { IncomingMessage } from './kafka-client.js';

/** What a message holds: key, value and headers. */
export const bytesOf = (message: IncomingMessage): number => {
  if (message.size !== undefined) return message.size;
  const { key, value, headers } = message;
  let bytes = (key?.length ?? 0) + (value?.length ?? 0);
  for (const name in headers) bytes += headers[name]?.length ?? 0;
  return bytes;
};

/** What messages hold together. */
export const bytesIn = (messages: readonly IncomingMessage[]): number =>
  messages.reduce((sum, message) => sum + bytesOf(message), 0);
