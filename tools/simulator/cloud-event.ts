import type { EventContract } from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { utcText, type Seconds } from '../sample/instants.js';

/** A CloudEvents 1.0 message in binary mode, as an outside program writes it on an inbound topic. */
export const cloudEvent = <Payload extends object>(
  contract: EventContract<string, Payload>,
  data: Payload,
  stated: { id: string; source: string; at: Seconds; key?: string },
): OutgoingMessage => ({
  topic: contract.topic.name,
  key: stated.key ?? contract.key(data),
  value: JSON.stringify(data),
  headers: {
    ce_specversion: '1.0',
    ce_id: stated.id,
    ce_source: stated.source,
    ce_type: contract.type,
    ce_time: utcText(stated.at),
    ce_subject: contract.subject(data),
    'content-type': 'application/json',
  },
});
