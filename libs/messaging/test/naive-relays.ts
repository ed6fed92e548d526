import type { Database } from '#libs/persistence';

interface Row {
  position: string;
  event: string;
}

/**
 * Relays as they are often written, to be seen failing: what they take in rounds, beginning behind what is there
 * already. Their cursor is the event's position alone.
 */
class PositionRelay {
  readonly taken: string[] = [];

  constructor(
    private readonly database: Database,
    private readonly unsent: string,
    private cursor: string,
  ) {}

  async round(): Promise<readonly string[]> {
    const rows = await this.database.query<Row>(this.unsent, [this.cursor]);
    this.cursor = rows.at(-1)?.position ?? this.cursor;
    this.taken.push(...rows.map(({ event }) => event));
    return this.taken;
  }
}

const UNSENT = `select position::text, subject || '#' || sequence as event from event as e where e.position > $1::bigint`;
const ORDER = 'order by e.position';

const begun = async (database: Database, unsent: string): Promise<PositionRelay> => {
  const [last] = await database.query<{ position: string }>(
    'select coalesce(max(position), 0)::text as position from event',
  );
  return new PositionRelay(database, unsent, last!.position);
};

/** Takes whatever lies behind the last position that it saw. */
export const followingPositions = (database: Database): Promise<PositionRelay> =>
  begun(database, `${UNSENT} ${ORDER}`);

/** The same, but waits for the transactions that still run. */
export const followingPositionsBelowXmin = (database: Database): Promise<PositionRelay> =>
  begun(database, `${UNSENT} and e.transaction_id < pg_snapshot_xmin(pg_current_snapshot()) ${ORDER}`);
