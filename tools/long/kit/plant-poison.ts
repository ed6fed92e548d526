import { membersTopic, signUpsTopic, type ServiceName } from '#libs/contracts';
import { connectKafka } from '#libs/messaging';
import { eventually } from '#libs/testing';
import type { System } from './system.js';

/** One to look at, one to try again, one to discard. */
const EACH = 3;
const PARKED_MS = 60_000;

/** Services that take what enrollment says of members, and enrollment, which takes sign-ups. */
const HEARD = [membersTopic, signUpsTopic];

interface Page {
  readonly items: readonly { readonly id: string }[];
}

/** The ids of messages that a service has set aside. */
export const parkedIn = async (system: System, service: ServiceName): Promise<string[]> => {
  const { items } = await system.ask<Page>(service, `/v1/parked?limit=${EACH}`, 'operator');
  return items.map(({ id }) => id);
};

/** Has every service set some messages aside: such as no service can read, under keys that nobody else has. */
export const plantPoison = async (system: System): Promise<void> => {
  const kafka = connectKafka({ brokers: system.stack.kafka, clientId: 'cakupan-fuzz' });
  try {
    const producer = await kafka.producer();
    const numbers = Array.from({ length: EACH }, (_, index) => index);
    await producer.send(
      HEARD.flatMap(({ name }) =>
        numbers.map((n) => ({ topic: name, key: `poison-${n}`, value: 'not JSON', headers: {} })),
      ),
    );
    for (const service of Object.keys(system.stack.services) as ServiceName[])
      await eventually(async () => (await parkedIn(system, service)).length >= EACH, PARKED_MS);
  } finally {
    await kafka.close();
  }
};
