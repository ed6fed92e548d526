import type { Raw } from './good-messages.js';
import { always, ofInbound, type Kind } from './kind.js';

const withHeaders =
  (change: (headers: Record<string, string | Buffer>) => Record<string, string | Buffer>) =>
  (good: Raw): Raw => ({ ...good, headers: change({ ...good.headers }) });

const without = (name: string): Kind['spoil'] =>
  withHeaders((headers) => {
    delete headers[name];
    return headers;
  });
const REQUIRED_HEADERS = ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'];
/** Asked for on domain topics alone. */
const DOMAIN_HEADERS = ['ce_subject', 'ce_sequence'];
/** Ways in which the headers of a message can be bad. */
export const KINDS_OF_HEADERS: readonly Kind[] = [
  {
    name: 'an unknown event type',
    spoil: withHeaders((headers) => ({ ...headers, ce_type: 'id.cakupan.something.new-happened.v1' })),
    fate: ofInbound('parked:unknown-type', 'passed-over:unknown-type'),
  },
  ...REQUIRED_HEADERS.map((name): Kind => ({
    name: `no ${name}`,
    spoil: without(name),
    fate: always('parked:headers-missing'),
  })),
  ...DOMAIN_HEADERS.map((name): Kind => ({
    name: `no ${name}`,
    spoil: without(name),
    fate: ofInbound('taken', 'parked:headers-missing'),
  })),
  { name: 'no headers', spoil: withHeaders(() => ({})), fate: always('parked:headers-missing') },
  {
    name: 'a ce_time that is no instant',
    spoil: withHeaders((headers) => ({ ...headers, ce_time: '2024-02-30T99:00:00Z' })),
    fate: always('parked:headers-missing'),
  },
  {
    name: 'a ce_id with NUL',
    spoil: withHeaders((headers) => ({ ...headers, ce_id: `${String(headers['ce_id'])}\u0000` })),
    fate: always('parked:headers-missing'),
  },
  {
    name: 'a ce_id that is not UTF-8',
    spoil: withHeaders((headers) => ({ ...headers, ce_id: Buffer.from([0xff, 0xfe]) })),
    fate: always('parked:headers-missing'),
  },
  {
    name: 'a correlation id and a trace with NUL',
    spoil: withHeaders((headers) => ({ ...headers, ce_correlationid: 'a\u0000', traceparent: '00-\u0000' })),
    fate: always('taken'),
  },
  {
    name: 'the header __proto__',
    spoil: withHeaders((headers) =>
      Object.defineProperty(headers, '__proto__', { value: 'x', enumerable: true }),
    ),
    fate: always('taken'),
  },
];
