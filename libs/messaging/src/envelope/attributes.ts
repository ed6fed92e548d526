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

/** What CloudEvents allows in no attribute; a byte that is not UTF-8 was decoded to the last of them. */
const NO_TEXT = /[\p{Cc}\ufffd]/u;

/** An attribute that is no text counts as not given: no database takes it, and none of the later writers may repeat it. */
const textOnly =
  (read: Read): Read =>
  (name) => {
    const text = read(name);
    return text !== null && NO_TEXT.test(text) ? null : text;
  };

/** Reads the attributes from headers (binary mode) or from the envelope (structured mode, inbound topics only). */
export const attributesOf = (message: IncomingMessage, inbound: boolean): Attributes | Refused => {
  const header: Read = (name) => message.headers[name]?.toString() ?? null;
  if (inbound && (header('content-type') ?? '').startsWith(STRUCTURED)) return structured(message);
  return collect(
    textOnly((name) => header(name === 'traceparent' ? name : `ce_${name}`)),
    inbound,
  );
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
  const attributes = collect(textOnly(read), true);
  return 'reason' in attributes ? attributes : { ...attributes, data: envelope['data'] ?? null };
};

/** RFC 3339 with an offset; what else a parser of dates may take is not an instant. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const instantOf = (stated: string | null): string | null => {
  const ms = stated !== null && INSTANT.test(stated) ? Date.parse(stated) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};

const collect = (read: Read, inbound: boolean): Attributes | Refused => {
  if (read('specversion') !== '1.0') return missing('ce_specversion 1.0');
  for (const name of ['id', 'source', 'type']) if (!read(name)) return missing(`ce_${name}`);
  const time = instantOf(read('time'));
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
