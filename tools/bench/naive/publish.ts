import type { ClientKafka } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { NAIVE_TOPIC } from './topics.js';

/** The client that publishes, for Nest to inject. */
export const OUT = 'NAIVE_OUT';

/** Publishes messages in one request; resolves when the broker has all of them. */
export const publishAll = async (
  out: ClientKafka,
  messages: readonly { readonly key: string; readonly value: string }[],
): Promise<void> => {
  await lastValueFrom(out.emitBatch(NAIVE_TOPIC.name, { messages: [...messages] }));
};

/** Publishes what belongs to one key. */
export const publish = (out: ClientKafka, key: string, values: readonly object[]): Promise<void> =>
  publishAll(
    out,
    values.map((value) => ({ key, value: JSON.stringify(value) })),
  );
