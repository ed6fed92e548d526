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

/** The attributes by the headers that carry them in binary mode. */
const HEADERS = {
  specversion: 'ce_specversion',
  id: 'ce_id',
  source: 'ce_source',
  type: 'ce_type',
  time: 'ce_time',
  subject: 'ce_subject',
  sequence: 'ce_sequence',
  correlationid: 'ce_correlationid',
  traceparent: 'traceparent',
} as const;

type Read<Name = string> = (name: Name) => string | null;
type ReadAttribute = Read<keyof typeof HEADERS>;

/** What CloudEvents allows in no attribute; a byte that is not UTF-8 was decoded to the last of them. */
const NO_TEXT = /[\p{Cc}\ufffd]/u;

/** An attribute that is no text counts as not given: no database takes it, and none of the later writers may repeat it. */
const textOrNull = (text: string): string | null => (NO_TEXT.test(text) ? null : text);

const isPlain = (bytes: Buffer): boolean => {
  for (let place = 0; place < bytes.length; place += 1)
    // a third of what iterating costs
    if (bytes[place]! < 0x20 || bytes[place]! > 0x7e) return false;
  return true;
};

/** Nearly all headers are printable ASCII, of which nothing has to be looked for. */
const textOf = (bytes: Buffer): string | null =>
  isPlain(bytes) ? bytes.toString('latin1') : textOrNull(bytes.toString());

/** Reads the attributes from headers (binary mode) or from the envelope (structured mode, inbound topics only). */
export const attributesOf = (message: IncomingMessage, inbound: boolean): Attributes | Refused => {
  const { headers } = message; // once: a message that waits reads them anew each time
  const header: Read = (name) => {
    const bytes = headers[name];
    return bytes == null ? null : textOf(bytes);
  };
  if (inbound && (header('content-type') ?? '').startsWith(STRUCTURED)) return structured(message);
  return collect((name) => header(HEADERS[name]), inbound);
};

const structured = (message: IncomingMessage): Attributes | Refused => {
  const parsed = parseJson(message.value);
  if ('reason' in parsed) return { reason: parsed.reason, detail: '' };
  if (typeof parsed.value !== 'object' || parsed.value === null) return { reason: 'schema', detail: '/' };
  const envelope = parsed.value as Record<string, unknown>;
  const read: Read = (name) => {
    const value = envelope[name];
    return typeof value === 'string' || typeof value === 'number' ? textOrNull(String(value)) : null;
  };
  const attributes = collect(read, true);
  return 'reason' in attributes ? attributes : { ...attributes, data: envelope['data'] ?? null };
};

/** RFC 3339 with an offset; what else a parser of dates may take is not an instant. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant as this project writes it, on a day that every month has: it need not be taken apart and written again. */
const WRITTEN_HERE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const instantOf = (stated: string | null): string | null => {
  if (stated !== null && WRITTEN_HERE.test(stated)) return stated;
  const ms = stated !== null && INSTANT.test(stated) ? Date.parse(stated) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};

const collect = (read: ReadAttribute, inbound: boolean): Attributes | Refused => {
  if (read('specversion') !== '1.0') return missing('ce_specversion 1.0');
  const [id, type] = [read('id'), read('type')];
  if (!id) return missing('ce_id');
  if (!read('source')) return missing('ce_source');
  if (!type) return missing('ce_type');
  const time = instantOf(read('time'));
  if (time === null) return missing('ce_time');
  const told = {
    id,
    type,
    time,
    correlationId: read('correlationid') ?? id,
    traceparent: read('traceparent'),
  };
  if (inbound) return { ...told, subject: null, sequence: 0 };
  const sequence = Number(read('sequence') ?? 0);
  if (!Number.isSafeInteger(sequence) || sequence < 1) return missing('ce_sequence');
  const subject = read('subject');
  return subject ? { ...told, subject, sequence } : missing('ce_subject');
};
