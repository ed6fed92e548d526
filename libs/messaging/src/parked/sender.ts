import { paymentsTopic, signUpsTopic } from '#libs/contracts';
import type { ParkedSender } from '#libs/kernel';
import type { IncomingMessage } from '../client/kafka-client.js';
import { parseJson } from '../envelope/json.js';
import { STRUCTURED } from '../envelope/attributes.js';

type Fields = Readonly<Record<string, unknown>>;

interface Inbound {
  readonly kind: ParkedSender['kind'];
  /** Where the content names the sender. */
  readonly codeIn: (content: Fields) => unknown;
  /** How `ce_source` names it. */
  readonly source: RegExp;
}

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const INBOUND: Readonly<Record<string, Inbound>> = {
  [signUpsTopic.name]: {
    kind: 'channel',
    codeIn: ({ channel }) => fieldsOf(channel)['code'],
    source: /^\/channels\/([^/]+)$/,
  },
  [paymentsTopic.name]: {
    kind: 'gateway',
    codeIn: ({ gateway }) => gateway,
    source: /^\/gateways\/([^/]+)$/,
  },
};

const CODE_CHARACTERS_MAX = 100;

/** Codes are short, can be stored, and none is a person's number. */
const isCode = (code: unknown): code is string =>
  typeof code === 'string' &&
  code.length <= CODE_CHARACTERS_MAX &&
  code.isWellFormed() &&
  !code.includes('\u0000') &&
  !/\d{16}/.test(code);

const contentOf = ({ headers, value }: IncomingMessage): { data: Fields; source: unknown } => {
  const parsed = parseJson(value);
  const whole = 'value' in parsed ? fieldsOf(parsed.value) : {};
  const isStructured = headers['content-type']?.toString().startsWith(STRUCTURED) ?? false;
  return isStructured
    ? { data: fieldsOf(whole['data']), source: whole['source'] }
    : { data: whole, source: headers['ce_source']?.toString() };
};

/** How a sender is written in `parked_message`. */
export const senderText = ({ kind, code }: ParkedSender): string => `${kind}:${code}`;

/**
 * Who sent a message over an inbound topic, as its content says, or its `ce_source` where the content cannot be read;
 * null on other topics and where neither says it.
 */
export const senderOf = (topic: string, incoming: IncomingMessage): ParkedSender | null => {
  const inbound = INBOUND[topic];
  if (!inbound) return null;
  const { data, source } = contentOf(incoming);
  const named = inbound.codeIn(data) ?? inbound.source.exec(String(source))?.[1];
  return isCode(named) ? { kind: inbound.kind, code: named } : null;
};
