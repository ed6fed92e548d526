import type { Message } from 'kafkajs';
import type { Envelope } from '../plan/inputs.js';

const RECORDED_AT = '2025-01-01T00:00:00Z';

/** `ce_id` of an input: by it the log tells which inputs reached it. */
export const cloudEventId = (seed: number, n: number): string => `load-${seed}-${n}`;

const ID = /^load-(\d+)-(\d+)$/;

/** Which input a message on an inbound topic is; null: none of the seed. */
export const inputOfMessage = (seed: number, cloudEventId: string): number | null => {
  const [, ofSeed, n] = ID.exec(cloudEventId) ?? [];
  return Number(ofSeed) === seed ? Number(n) : null;
};

/** The message that an input goes out as; the same each time. */
export const messageOf = (seed: number, n: number, { key, value, type, headers }: Envelope): Message => {
  const stated: Record<string, string | null> = {
    ce_specversion: '1.0',
    ce_id: cloudEventId(seed, n),
    ce_source: '/load',
    ce_type: type,
    ce_time: RECORDED_AT,
    'content-type': 'application/json',
    ...headers,
  };
  const kept = Object.entries(stated).filter((entry): entry is [string, string] => entry[1] !== null);
  return { key, value, headers: Object.fromEntries(kept) };
};
