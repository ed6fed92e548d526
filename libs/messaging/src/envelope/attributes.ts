import type { Reason } from '#libs/kernel';
import type { IncomingMessage } from '../client/kafka-client.js';
import { parseJson } from './json.js';

/** The CloudEvents attributes of a message, whichever mode it came in. */
export interface Attributes {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly subject: string | null;
  readonly sequence: number;
  readonly correlationId: string;
  readonly traceparent: string | null;
  /** The content, in structured mode, where it is part of the envelope. */
  readonly data?: unknown;
}

interface Refused {
  readonly reason: Reason;
  readonly detail: string;
}

export const STRUCTURED = 'application/cloudevents+json';
const missing = (detail: string): Refused => ({ reason: 'headers-missing', detail });

type Read = (name: string) => string | null;

/** Reads the attributes from headers (binary mode) or from the envelope (structured mode, inbound topics only). */
export const attributesOf = (message: IncomingMessage, inbound: boolean): Attributes | Refused => {
  const header: Read = (name) => message.headers[name]?.toString() ?? null;
  if (inbound && (header('content-type') ?? '').startsWith(STRUCTURED)) return structured(message);
  return collect((name) => header(name === 'traceparent' ? name : `ce_${name}`), message, inbound);
};

const structured = (message: IncomingMessage): Attributes | Refused => {
  const parsed = parseJson(message.value);
  if ('reason' in parsed) return { reason: parsed.reason, detail: '' };
  if (typeof parsed.value !== 'object' || parsed.value === null) return { reason: 'schema', detail: '/' };
  const envelope = parsed.value as Record<string, unknown>;
  const read: Read = (name) => {
    const value = envelope[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const attributes = collect(read, message, true);
  return 'reason' in attributes ? attributes : { ...attributes, data: envelope['data'] ?? null };
};

const collect = (read: Read, message: IncomingMessage, inbound: boolean): Attributes | Refused => {
  for (const name of ['specversion', 'id', 'source', 'type']) if (!read(name)) return missing(`ce_${name}`);
  const time = instantOf(read('time'), message, inbound);
  if (time === null) return missing('ce_time');
  const sequence = Number(read('sequence') ?? 0);
  if (!inbound && (!Number.isSafeInteger(sequence) || sequence < 1)) return missing('ce_sequence');
  if (!inbound && !read('subject')) return missing('ce_subject');
  const id = read('id')!;
  return {
    id,
    type: read('type')!,
    time,
    subject: inbound ? null : read('subject'),
    sequence: inbound ? 0 : sequence,
    correlationId: read('correlationid') ?? id,
    traceparent: read('traceparent'),
  };
};

/** Outside programs may leave out the time: then it is the log's. */
const instantOf = (stated: string | null, message: IncomingMessage, inbound: boolean): string | null => {
  const ms = stated === null && inbound ? message.timestampMs : Date.parse(stated ?? '');
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};
