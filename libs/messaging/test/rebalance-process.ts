import { setTimeout as sleep } from 'node:timers/promises';
import { apply, startMember, stepsOn, tellingRefusals } from './transport-kit.js';

/**
 * A member in a process of its own; its arguments are the database's address, the consumer and the topic. It is so slow
 * that whoever stops it stops it within a batch, writes `taken` when it begins one, and `refused` for each that came too
 * late.
 */
const [url, consumer, topic] = process.argv.slice(2) as [string, string, string];
await startMember({
  url,
  consumer,
  stepped: stepsOn(topic),
  work: async (tx, items) => {
    process.stdout.write('taken\n');
    const outcomes = await apply(tx, items);
    await sleep(20);
    return outcomes;
  },
  database: (database) => tellingRefusals(database, () => process.stdout.write('refused\n')),
});
