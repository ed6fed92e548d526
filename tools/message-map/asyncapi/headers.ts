import type { EventContract, JsonSchema } from '#libs/contracts';
import { subjectPatternOf } from '../read/patterns.js';

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  minLength: 1,
  description,
  ...more,
});

const isFromOutside = ({ topic }: EventContract) =>
  topic.writer === 'channels' || topic.writer === 'gateways';

/** A program outside names itself as it likes; a service by its name. */
const sourceOf = (contract: EventContract): JsonSchema =>
  isFromOutside(contract)
    ? text('The program that wrote it.')
    : text('The service that wrote it.', { const: `/cakupan/${contract.topic.writer}` });

const subjectOf = (contract: EventContract): JsonSchema => {
  const pattern = subjectPatternOf(contract);
  return text(`${pattern}: the aggregate that the event belongs to.`, {
    pattern: `^${pattern.replaceAll(/\{[^}]+\}/g, '.+')}$`,
  });
};

const sequence = text('The version of the subject on this topic: 1, 2, 3 … without gaps.', {
  pattern: '^[1-9][0-9]*$',
});

const ALWAYS = ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'];
const BY_SERVICES = ['ce_subject', 'ce_sequence', 'ce_correlationid', 'ce_causationid', 'content-type'];

/** The headers of an event's messages: CloudEvents 1.0 in binary mode. All are text. */
export const headersOf = (contract: EventContract): JsonSchema => ({
  type: 'object',
  properties: {
    ce_specversion: text('The version of CloudEvents.', { const: '1.0' }),
    ce_id: text('The id of this event.'),
    ce_source: sourceOf(contract),
    ce_type: text('The event type; another version where old readers would break.', { const: contract.type }),
    ce_time: text('When its writer recorded it, which is what "known on" means.', { format: 'date-time' }),
    ce_subject: subjectOf(contract),
    ce_sequence: sequence,
    ce_correlationid: text('What all that follows from one cause has in common.'),
    ce_causationid: text('The event or command that caused it.'),
    traceparent: text('W3C trace context.'),
    'content-type': text('Of the value.', { const: 'application/json' }),
  },
  required: isFromOutside(contract) ? ALWAYS : [...ALWAYS, ...BY_SERVICES],
});

/** The headers of the contract's example. */
export const exampleHeadersOf = (contract: EventContract): JsonSchema => ({
  ce_specversion: '1.0',
  ce_id: '0193d0a4-9c11-7f00-8a2b-6d1e5f3c7b90',
  ce_source: isFromOutside(contract)
    ? `/${contract.topic.writer}/example`
    : `/cakupan/${contract.topic.writer}`,
  ce_type: contract.type,
  ce_time: '2024-12-17T02:30:00.000Z',
  ...(!isFromOutside(contract) && {
    ce_subject: contract.subject(contract.example),
    ce_sequence: '1',
    ce_correlationid: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
    ce_causationid: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
  }),
  'content-type': 'application/json',
});
