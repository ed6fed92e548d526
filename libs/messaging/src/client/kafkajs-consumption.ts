import type { Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumerOptions, Consumption, Slice } from './kafka-client.js';
import { kafkajsMember, type KafkajsMember } from './kafkajs-member.js';

const COME_BACK_MS = 1_000;

const leave = (member: KafkajsMember): Promise<void> => member.close().catch(() => undefined);

/**
 * Stays in the group until it is closed. In an outage kafkajs gives up for good after some errors, as when it forgot the
 * last broker ("Failed to find group coordinator"): then another member joins, and `outside` hears of it. A fault of whoever
 * takes messages goes to `failed`; kafkajs itself would wrap it in an error of its own.
 */
export const consumeWithKafkajs = async (kafka: Kafka, options: ConsumerOptions): Promise<Consumption> => {
  let current: KafkajsMember;
  let isGone = false;
  let isClosed = false;

  const receive = (slice: Slice): void => {
    try {
      options.receive(slice);
    } catch (error) {
      options.failed(error as Error);
      throw error;
    }
  };
  const begin = (): Promise<void> => {
    const mine = kafkajsMember(kafka, { ...options, receive }, (error) => gaveUp(mine, error));
    current = mine;
    isGone = false;
    return mine.join();
  };
  const gaveUp = (mine: KafkajsMember, error: Error): void => {
    if (mine !== current || isGone || isClosed) return; // one end has one successor, however often it is told
    isGone = true;
    options.outside?.(error);
    void leave(mine); // one that failed while it joined still has its connections
    void comeBack();
  };
  const comeBack = async (): Promise<void> => {
    await sleep(COME_BACK_MS);
    if (isClosed) return;
    await begin().catch((error: Error) => gaveUp(current, error));
    if (isClosed) await leave(current); // it was closed before it had joined
  };

  await begin();
  return {
    pause: (at) => current.pause(at),
    resume: (at) => current.resume(at),
    rearm: (at) => current.rearm(at),
    publishPosition: (positions) => current.publishPosition(positions),
    close: async () => {
      isClosed = true;
      await current.close();
    },
  };
};
