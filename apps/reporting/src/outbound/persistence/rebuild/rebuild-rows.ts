import type { Comparison } from '../../../domain/rebuild/comparison.js';
import type { RebuildStatus } from '../../../domain/rebuild/rebuild.js';
import type { Rebuild } from '../../../use-cases/rebuild/rebuilds.js';

/** What is read of a rebuild. */
export const REBUILD_COLUMNS = `
  id, number::integer as number, status, asked_by, to_json(asked_at) #>> '{}' as asked_at, to_json(ended_at) #>> '{}' as ended_at, per_second_max,
  messages_read::float8 as read, messages_total::float8 as total, messages_per_second as speed, comparison, trouble`;

export interface RebuildRow {
  readonly id: string;
  readonly number: number;
  readonly status: RebuildStatus;
  readonly asked_by: string;
  readonly asked_at: string;
  readonly ended_at: string | null;
  readonly per_second_max: number | null;
  readonly read: number;
  readonly total: number;
  readonly speed: number;
  readonly comparison: Comparison | null;
  readonly trouble: string | null;
}

export const rebuildOf = (row: RebuildRow): Rebuild => ({
  id: row.id,
  number: row.number,
  status: row.status,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  endedAt: row.ended_at,
  messagesPerSecondMax: row.per_second_max,
  progress: { read: row.read, total: row.total, messagesPerSecond: row.speed },
  comparison: row.comparison,
  trouble: row.trouble,
});
