import * as contracts from './contracts.js';
import type { EventContract, TopicContract } from './define.js';
import { allTopics } from './topics.js';

const isEvent = (exported: unknown): exported is EventContract =>
  typeof exported === 'object' && exported !== null && 'payload' in exported;

const events = Object.values<unknown>(contracts).filter(isEvent);

/** Every event type there is, by topic: what the files that `contracts.ts` names define. */
export const allEvents: readonly EventContract[] = allTopics.flatMap((topic) =>
  events.filter((contract) => contract.topic === topic),
);

/** The event types of a topic. */
export const eventsOn = (topic: TopicContract): readonly EventContract[] =>
  allEvents.filter((contract) => contract.topic === topic);

const byType = new Map<string, EventContract>(allEvents.map((contract) => [contract.type, contract]));

/** The contract of a `ce_type`; undefined when nobody here knows the type. */
export const eventByType = (type: string): EventContract | undefined => byType.get(type);
