import type { ClientKafka } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { NAIVE_TOPIC } from './topics.js';

/** The client that publishes, for Nest to inject. */
export const OUT = 'NAIVE_OUT';

/** Publishes what belongs to one key; resolves when the broker has all of it. */
export const publish = async (out: ClientKafka, key: string, values: readonly object[]): Promise<void> => {
  const messages = values.map((value) => ({ key, value: JSON.stringify(value) }));
  await Promise.all(messages.map((message) => lastValueFrom(out.emit(NAIVE_TOPIC.name, message))));
};
