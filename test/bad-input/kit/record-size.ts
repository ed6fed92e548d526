import type { Raw } from './good-messages.js';

/** What Kafka's message format (version 2) puts in front of the records of a batch. */
const BATCH_BYTES = 61;
/** Attributes, and the two differences of time and offset, which are nought in a batch of one. */
const RECORD_BYTES = 3;

const varIntBytes = (value: number): number => {
  let bytes = 1;
  for (let rest = value * 2; rest > 127; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
};

const bytesOf = (part: string | Buffer | null): number => {
  const length = part === null ? 0 : Buffer.byteLength(part);
  return (part === null ? 1 : varIntBytes(length)) + length;
};

/** How much of a topic's limit the message takes when it is sent alone, in bytes. */
export const batchBytesOf = ({ key, value, headers }: Raw): number => {
  const entries = Object.entries(headers);
  const record =
    RECORD_BYTES +
    bytesOf(key) +
    bytesOf(value) +
    varIntBytes(entries.length) +
    entries.reduce((sum, [name, content]) => sum + bytesOf(name) + bytesOf(content), 0);
  return BATCH_BYTES + varIntBytes(record) + record;
};

/** The message with so many repeats of a byte behind its value that it takes exactly so many bytes of the limit. */
export const paddedTo = (message: Raw, bytes: number, byte: Buffer): Raw => {
  const padded = (count: number): Raw => ({
    ...message,
    value: Buffer.concat([message.value!, Buffer.alloc(count, byte)]),
  });
  let count = bytes - batchBytesOf(message);
  while (batchBytesOf(padded(count)) > bytes) count -= 1;
  return padded(count);
};
