import type { Database, Transaction } from '#libs/persistence';
import { RebuildImpossible, RunEnded, type Run } from '../../../use-cases/rebuild/figures-beside.js';
import type { LogPlace } from '../../../use-cases/rebuild/person-log.js';
import { UNDER_WAY } from '../../../domain/rebuild/rebuild.js';
import { FIGURE_TABLES } from './figure-tables.js';

/** Only there are names looked for: what is missing fails, and is never the live table. */
const INSIDE = 'set local search_path to beside';
const OUTSIDE = 'set local search_path to default';

const MINE = 'select from rebuild where id = $1 and epoch = $2 and status = any($3) for update';

/** The last migration: tables that were made before it may have another shape. */
const SHAPE = 'select name from migration order by id desc limit 1';

const OF = "select to_regclass('beside.made_for') is not null as is_there";
const MADE_FOR = 'select rebuild_id, shape from beside.made_for';

/** Settings of storage are no part of what `like` copies. */
const STORED = `
  select relname as "table", array_to_string(reloptions, ', ') as options from pg_class
  where oid = any($1::regclass[]) and reloptions is not null`;

const OF_THE_VERSION = [
  'create table beside.made_for (rebuild_id uuid not null, shape text not null)',
  `create table beside.place (
     topic text not null, partition integer not null, next_offset bigint not null, primary key (topic, partition)
   ) with (fillfactor = 50)`,
  'create table beside.differing_region (region text collate "C" primary key)',
  'create table beside.roll_up (like public.roll_up including all)',
  'insert into beside.roll_up default values',
  'create table beside.changed_region (like public.changed_region including all)',
];

const PLACES = 'select topic, partition, next_offset::text as "offset" from beside.place';

const BEGIN = `
  insert into beside.place (topic, partition, next_offset)
  select * from unnest($1::text[], $2::integer[], $3::bigint[])`;

/** Forward only: the run is the one that may write, so nobody else has moved it. */
const MOVE = `
  update beside.place as at set next_offset = move.next
  from unnest($1::text[], $2::integer[], $3::bigint[]) as move (topic, partition, next)
  where at.topic = move.topic and at.partition = move.partition and next_offset < move.next`;

const columnsOf = (places: readonly LogPlace[]) => [
  places.map(({ topic }) => topic),
  places.map(({ partition }) => partition),
  places.map(({ offset }) => String(offset)),
];

/** A transaction of a run: it goes through only as long as the run is the one. */
export const asRun = <T>(
  database: Database,
  { id, epoch }: Run,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  database.transaction(async (tx) => {
    const mine = await tx.query(MINE, [id, epoch, UNDER_WAY]);
    if (mine.length === 0) throw new RunEnded();
    return work(tx);
  });

/** Among the tables beside, under the names that they have among the live ones. */
const inside =
  <T>(work: (tx: Transaction) => Promise<T>) =>
  async (tx: Transaction): Promise<T> => {
    await tx.query(INSIDE);
    const done = await work(tx);
    await tx.query(OUTSIDE);
    return done;
  };

/** A transaction of a run among the tables beside. */
export const besideAsRun = <T>(
  database: Database,
  run: Run,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => asRun(database, run, inside(work));

/** Reads from the tables beside; whoever else writes there is no hindrance. */
export const readBeside = <T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction(inside(work));

const make = async (
  tx: Transaction,
  run: Run,
  shape: string,
  beginnings: readonly LogPlace[],
): Promise<void> => {
  await tx.query('create schema beside');
  for (const table of FIGURE_TABLES)
    await tx.query(`create table beside.${table} (like public.${table} including all)`);
  const stored = await tx.query<{ table: string; options: string }>(STORED, [
    FIGURE_TABLES.map((table) => `public.${table}`),
  ]);
  for (const { table, options } of stored) await tx.query(`alter table beside.${table} set (${options})`);
  for (const statement of OF_THE_VERSION) await tx.query(statement);
  await tx.query('insert into beside.made_for (rebuild_id, shape) values ($1, $2)', [run.id, shape]);
  await tx.query(BEGIN, columnsOf(beginnings));
};

const drop = (tx: Transaction) => tx.query('drop schema if exists beside cascade');

/** Whether the tables beside are those of the run, as they would be made today. */
const areThere = async (tx: Transaction, run: Run, shape: string): Promise<boolean> => {
  const [{ is_there: isThere } = { is_there: false }] = await tx.query<{ is_there: boolean }>(OF);
  if (!isThere) return false;
  const [made] = await tx.query<{ rebuild_id: string; shape: string }>(MADE_FOR);
  return made?.rebuild_id === run.id && made.shape === shape;
};

const BEGIN_ANEW = `
  update rebuild set status = 'loading', comparison = null, messages_read = 0
  where id = $1 and status <> 'rolling-back' returning id`;

/** Where the tables of the run stand in the log; where there are none, or none of today's shape, they are made. */
export const placesBeside = (
  database: Database,
  run: Run,
  beginnings: readonly LogPlace[],
): Promise<readonly LogPlace[]> =>
  asRun(database, run, async (tx) => {
    const [{ name: shape } = { name: '' }] = await tx.query<{ name: string }>(SHAPE);
    if (!(await areThere(tx, run, shape))) {
      const again = await tx.query(BEGIN_ANEW, [run.id]);
      if (again.length === 0)
        throw new RebuildImpossible('The old tables have another shape than today, or are gone.');
      await drop(tx);
      await make(tx, run, shape, beginnings);
    }
    const places = await tx.query<{ topic: string; partition: number; offset: string }>(PLACES);
    return places.map(({ offset, ...at }) => ({ ...at, offset: BigInt(offset) }));
  });

/** Notes how far the tables beside are, in the transaction of whatever was written last. */
export const movePlaces = async (tx: Transaction, reached: readonly LogPlace[]): Promise<void> => {
  if (reached.length > 0) await tx.query(MOVE, columnsOf(reached));
};

/** Throws the tables beside away, if whoever they were made for has come to its end. */
export const dropBeside = (database: Database): Promise<void> =>
  database.transaction(async (tx) => {
    const [kept] = await tx.query(
      `select from rebuild where status = 'switched' or status = any($1) limit 1 for update`,
      [UNDER_WAY],
    );
    if (kept === undefined) await drop(tx);
  });

/** Notes where figures differ, to be published when they change places. What is added up from now on is noted by itself. */
export const noteDiffering = async (tx: Transaction, regions: readonly string[]): Promise<void> => {
  await tx.query('delete from differing_region');
  await tx.query('insert into differing_region (region) select unnest($1::text[])', [regions]);
  await tx.query('delete from changed_region');
};
