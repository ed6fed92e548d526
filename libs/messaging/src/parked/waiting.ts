import type { Asking } from '../asking.js';

const COUNT = `
  select topic, reason, count(*)::integer as count, min(parked_at) as oldest from parked_message
   where consumer = $1 and status = 'waiting' group by topic, reason order by topic, reason`;

const HELD = 'select count(*)::integer as count from held_key where consumer = $1';

/** The parked messages of one topic and reason that wait. */
export interface Waiting {
  readonly topic: string;
  readonly reason: string;
  readonly count: number;
  /** When the first of them was parked. */
  readonly oldest: Date;
}

/** What waits of a consumer's parked messages, by topic and reason. */
export const waitingIn = (database: Asking, consumer: string): Promise<Waiting[]> =>
  database.query<Waiting>(COUNT, [consumer]);

/** How many keys wait behind a parked message. */
export const heldKeyCount = async (database: Asking, consumer: string): Promise<number> => {
  const [row] = await database.query<{ count: number }>(HELD, [consumer]);
  return row!.count;
};
