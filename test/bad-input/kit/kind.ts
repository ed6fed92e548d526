import type { EventContract, TopicContract } from '#libs/contracts';
import type { Reason } from '#libs/kernel';
import type { Raw } from './good-messages.js';
import { isInbound } from './readers.js';

/** What becomes of a message: parked, counted and passed over, taken like any other, or not even let into the log. */
export type Fate = `parked:${Reason}` | `passed-over:${Reason}` | 'taken' | 'refused-by-broker';

/** A way in which a message can be bad. */
export interface Kind {
  readonly name: string;
  /** Makes a good message bad. `foreignKey` is a key of the same partition that the content does not belong to. */
  readonly spoil: (good: Raw, contract: EventContract, foreignKey: string) => Raw;
  readonly fate: (topic: TopicContract) => Fate;
}

/** The same on each topic. */
export const always = (fate: Fate) => () => fate;
/** One fate where others send, and another where services do. */
export const ofInbound = (inbound: Fate, domain: Fate) => (topic: TopicContract) =>
  isInbound(topic) ? inbound : domain;
