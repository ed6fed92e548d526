import type { Asking } from '../asking.js';
import { LANES } from './lanes.js';
import { CLUSTER } from './relay-cursor.js';

/** A count of millions would cost seconds, and says no more than that there are many. */
export const COUNTED_MAX = 10_000;

/** What is committed and not yet acknowledged by the broker. Ids of events hold the machine's time, also in a story. */
const BACKLOG = `
  select lane::integer as lane, c.moved_at as "movedAt", coalesce(c.cluster <> ${CLUSTER}, false) as "isReplaced",
         unsent.count::integer as unsent, unsent.oldest
  from generate_series(0, ${LANES - 1}) as lane
  left join relay_cursor as c using (lane),
  lateral (
    select count(*) as count, min(coalesce(uuid_extract_timestamp(event_id), recorded_at)) as oldest
    from (
      select event_id, recorded_at from event as e
      where e.lane = lane.lane
        and (e.transaction_id, e.position) > (coalesce(c.transaction_id, '0'), coalesce(c.position, 0))
      order by e.transaction_id, e.position limit $1
    ) as waiting
  ) as unsent`;

/** What a relay still has to publish in one lane. */
export interface LaneBacklog {
  readonly lane: number;
  /** When its cursor last moved; null before anything was published. */
  readonly movedAt: Date | null;
  /** The database is another one than the cursor speaks of: the relay has stopped. */
  readonly isReplaced: boolean;
  /** At most `COUNTED_MAX`. */
  readonly unsent: number;
  /** When the oldest of them was made. */
  readonly oldest: Date | null;
}

/** What is unsent in each lane. */
export const backlogOf = (database: Asking): Promise<LaneBacklog[]> =>
  database.query<LaneBacklog>(BACKLOG, [COUNTED_MAX]);
