import { hash } from 'node:crypto';
import type { IncomingMessage } from '../client/kafka-client.js';

/** What of an event is accounted for: all that its readers go by. */
export interface Digested {
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  /** RFC 3339 in UTC with milliseconds, as it is published. */
  readonly recordedAt: string;
  readonly key: string;
  readonly data: string;
}

/** 64 bits of an event: another id, content, order within its subject, time or key is another digest. */
export const eventDigest = (event: Digested): bigint => {
  const { eventId, type, subject, sequence, recordedAt, key, data } = event;
  const text = `${eventId}\n${type}\n${subject}\n${sequence}\n${recordedAt}\n${key}\n${data}`;
  return hash('sha256', text, 'buffer').readBigInt64BE();
};

const HEADERS = ['ce_id', 'ce_type', 'ce_subject', 'ce_sequence', 'ce_time'];
const NEW_LINE = 0x0a;
/** Where the parts of a message are put one behind the other; it grows to the longest. */
let whole = Buffer.alloc(4_096);

/** The same of a message as it lies in the log, whatever it is: of its bytes, which need not become text for that. */
export const digestOfMessage = ({ headers, key, value }: IncomingMessage): bigint => {
  const parts = [...HEADERS.map((name) => headers[name]), key, value];
  const length = parts.reduce((sum, part) => sum + (part?.length ?? 0) + 1, 0);
  if (whole.length < length) whole = Buffer.alloc(length * 2);
  let end = 0;
  for (const part of parts) {
    if (part) whole.set(part, end);
    end += part?.length ?? 0;
    whole[end++] = NEW_LINE;
  }
  return hash('sha256', whole.subarray(0, end - 1), 'buffer').readBigInt64BE();
};

/** The sum of digests modulo 2⁶⁴, which does not depend on their order. */
export const addDigests = (sum: bigint, digests: Iterable<bigint>): bigint => {
  let total = sum;
  for (const digest of digests) total += digest;
  return BigInt.asIntN(64, total);
};

/** Digests side by side, eight bytes each. */
export const packDigests = (digests: readonly bigint[]): Buffer => {
  const packed = Buffer.alloc(digests.length * 8);
  digests.forEach((digest, place) => packed.writeBigInt64BE(digest, place * 8));
  return packed;
};

/** The digests again. */
export const unpackDigests = (packed: Buffer): readonly bigint[] =>
  Array.from({ length: Math.floor(packed.length / 8) }, (_, place) => packed.readBigInt64BE(place * 8));
