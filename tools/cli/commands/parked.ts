import { CannotRun } from '../cannot-run.js';
import type { Command } from '../command.js';
import { askEach, stackIn } from '../stack-in.js';

const WAITING = `
  select id::int, topic, partition, log_offset::text as "offset", key, reason, detail,
         parked_at as "parkedAt"
  from parked_message where status = 'waiting' order by id limit 10000`;

interface Row {
  id: number;
  topic: string;
  partition: number;
  offset: string;
  key: Buffer | null;
  reason: string;
  detail: string;
  parkedAt: Date;
}

/** Lists what was set aside, without contents: they may name persons. */
export const parked: Command = {
  usage: 'parked list',
  summary: 'messages that were set aside, and why',
  options: {},
  run: async ({ folder, positionals }) => {
    if (positionals[0] !== 'list') throw new CannotRun('Say what to do with what is parked: parked list.');
    const rows = await askEach<Row>(stackIn(folder), WAITING);
    return rows.map(({ service, id, parkedAt, key, ...row }) => ({
      id: `${service}/${id}`,
      ...row,
      key: key?.toString() ?? null,
      parkedAt: parkedAt.toISOString(),
    }));
  },
};
