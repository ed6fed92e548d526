import kafkajs, { type Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumerOptions, Consumption } from './kafka-client.js';
import { kafkajsMember, type KafkajsMember } from './kafkajs-member.js';

const COME_BACK_MS = 1_000;

/**
 * Stays in the group until it is closed. In an outage kafkajs gives up for good after some errors, as when it forgot the
 * last broker ("Failed to find group coordinator"): then another member joins. An error that is not kafkajs' own is a
 * fault of this program, and goes to `failed`.
 */
export const consumeWithKafkajs = async (kafka: Kafka, options: ConsumerOptions): Promise<Consumption> => {
  let current: KafkajsMember;
  let isGone = false;
  let isClosed = false;

  const begin = (): Promise<void> => {
    const mine = kafkajsMember(kafka, options, (error) => gaveUp(mine, error));
    current = mine;
    isGone = false;
    return mine.join();
  };
  const gaveUp = (mine: KafkajsMember, error: Error): void => {
    if (mine !== current || isGone || isClosed) return; // one end has one successor, however often it is told
    isGone = true;
    if (error instanceof kafkajs.KafkaJSError) void comeBack();
    else options.failed(error);
  };
  const comeBack = async (): Promise<void> => {
    await sleep(COME_BACK_MS);
    if (!isClosed) await begin().catch((error: Error) => gaveUp(current, error));
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
