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

/** The same of a message as it lies in the log, whatever it is. */
export const digestOfMessage = ({ headers, key, value }: IncomingMessage): bigint => {
  const header = (name: string) => headers[name]?.toString() ?? '';
  return eventDigest({
    eventId: header('ce_id'),
    type: header('ce_type'),
    subject: header('ce_subject'),
    sequence: header('ce_sequence'),
    recordedAt: header('ce_time'),
    key: key?.toString() ?? '',
    data: value?.toString() ?? '',
  });
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
