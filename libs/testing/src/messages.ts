import { randomUUID } from 'node:crypto';
import type { EventContract, Message } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import type { OutgoingMessage } from '#libs/messaging';

type Given = Partial<Omit<Message, 'type' | 'data'>>;

/** A message as a listener gets it: the contract's example with what matters to the test. */
export const messageOf = <Type extends string, Payload extends object>(
  contract: EventContract<Type, Payload>,
  data: Partial<Payload> = {},
  given: Given = {},
): Message<Type, Payload> => {
  const whole = { ...contract.example, ...data };
  return {
    type: contract.type,
    data: whole,
    eventId: randomUUID(),
    subject: contract.subject(whole),
    sequence: 1,
    recordedAt: '2024-12-17T02:30:00.000Z',
    correlationId: randomUUID(),
    traceparent: null,
    ...given,
  };
};

/** The same as it lies in the log: CloudEvents in binary mode. */
export const outgoing = <Payload extends object>(
  contract: EventContract<string, Payload>,
  data: Partial<Payload> = {},
  given: Given = {},
): OutgoingMessage => {
  const message = messageOf(contract, data, given);
  return {
    topic: contract.topic.name,
    key: contract.key(message.data),
    value: JSON.stringify(message.data),
    headers: {
      ce_specversion: '1.0',
      ce_id: message.eventId,
      ce_source: '/test',
      ce_type: message.type,
      ce_time: message.recordedAt,
      ce_subject: message.subject,
      ce_sequence: String(message.sequence),
      'content-type': 'application/json',
    },
  };
};

/** A batch that only carries its items; nothing is parked and no position moves. */
export const batchOf = <Item>(...items: Item[]): Batch<Item> => ({
  items,
  open: async () => items,
  settle: async () => undefined,
});
