import { connectKafka } from '#libs/messaging';
import type { Command } from '../command.js';
import { askEach, stackIn } from '../stack-in.js';

const POSITIONS = `
  select topic, partition, next_offset::text as position, moved_at as "movedAt"
  from consumer_position order by topic, partition`;

interface Row {
  topic: string;
  partition: number;
  position: string;
  movedAt: Date;
}

/** How far every consumer is behind its topics, from the positions in the databases: they alone are the truth. */
export const lag: Command = {
  usage: 'lag',
  summary: 'how far each consumer is behind, by topic and partition',
  options: {},
  run: async ({ folder }) => {
    const stack = stackIn(folder);
    const rows = await askEach<Row>(stack, POSITIONS);
    const kafka = connectKafka({ brokers: stack.kafka, clientId: 'cakupan-lag' });
    const ends = await kafka.ends([...new Set(rows.map(({ topic }) => topic))]);
    const endOf = new Map(ends.map(({ topic, partition, high }) => [`${topic}/${partition}`, high]));
    return rows.map(({ service, topic, partition, position, movedAt }) => {
      const end = endOf.get(`${topic}/${partition}`) ?? 0n;
      const behind = end - BigInt(position);
      return {
        service,
        topic,
        partition,
        position,
        end: String(end),
        lag: Number(behind),
        movedAt: movedAt.toISOString(),
      };
    });
  },
};
