import type { EventContract } from '#libs/contracts';
import { EventPattern } from '@nestjs/microservices';

/** What a listener's method came to: its outcomes' promise kept, or the very error that Nest would have masked. */
export type Handled = { readonly done: true } | { readonly failed: unknown };

/**
 * Marks a controller's method as the listener of event types of one topic. It is given batches: stretches of one
 * partition or several, each in order, with readable messages of these types only. What becomes of each message is decided from the outcomes.
 */
export const On =
  (...contracts: readonly Pick<EventContract, 'topic' | 'type'>[]): MethodDecorator =>
  (target, name, descriptor: PropertyDescriptor) => {
    const topics = new Set(contracts.map(({ topic }) => topic.name));
    if (topics.size !== 1)
      throw new Error(`@On takes event types of one topic, not of ${[...topics].join(', ')}`);
    const method = descriptor.value as (batch: unknown) => Promise<unknown>;
    descriptor.value = async function handled(this: unknown, batch: unknown): Promise<Handled> {
      try {
        await method.call(this, batch);
        return { done: true };
      } catch (failed) {
        return { failed };
      }
    };
    EventPattern<string>([...topics][0]!, { contracts })(target, name, descriptor);
  };
