import type { Transaction } from '#libs/persistence';
import { RunEnded, type Run } from '../../../use-cases/rebuild/figures-beside.js';
import type { RebuildStatus } from '../../../domain/rebuild/rebuild.js';
import { FIGURE_TABLES } from './figure-tables.js';

/** Shorter than it takes PostgreSQL to see a deadlock: who comes in the way of a question gives up, and tries again. */
const IMPATIENT = "set local lock_timeout = '300ms'";

const END = `
  update rebuild set status = $4, ended_at = now(), trouble = null
  where id = $1 and epoch = $2 and status = $3 returning id`;

const BOTH = ['public', 'beside'].flatMap((schema) => FIGURE_TABLES.map((table) => `${schema}.${table}`));

/** Views stay with the tables that they were made on: they are made again, by name. */
const VIEWS = `
  select distinct c.oid::regclass::text as name, pg_get_viewdef(c.oid) as definition
  from pg_depend as d
  join pg_rewrite as r on r.oid = d.objid
  join pg_class as c on c.oid = r.ev_class and c.relkind = 'v'
  where d.classid = 'pg_rewrite'::regclass and d.refobjid = any($1::regclass[])`;

/** A version of its own tells every replica that figures moved. */
const FRESH = `
  update public.roll_up set
    version = version + 1, lag_ms = 0,
    applied = (select coalesce(sum(events), 0) from public.reading),
    recorded_through = (select max(recorded_through) from public.reading)`;

/** Where the two differed when they were compared, and what was added up since. */
const TO_PUBLISH = `
  insert into public.changed_region (region, version)
  select region, version
  from (select region from beside.differing_region union select region from beside.changed_region) as d, public.roll_up
  where region <> 'unmapped'
  order by region on conflict (region) do update set version = excluded.version`;

/**
 * Lets the tables beside and the live ones change places, with all that readers hear of it, as the run's last deed. Both
 * must be as far in the log, and stand still.
 */
export const exchange = async (
  tx: Transaction,
  run: Run,
  from: RebuildStatus,
  to: RebuildStatus,
): Promise<void> => {
  const ended = await tx.query(END, [run.id, run.epoch, from, to]);
  if (ended.length === 0) throw new RunEnded();
  await tx.query(IMPATIENT);
  await tx.query(`lock table ${BOTH.join(', ')} in access exclusive mode`);
  const views = await tx.query<{ name: string; definition: string }>(VIEWS, [
    FIGURE_TABLES.map((table) => `public.${table}`),
  ]);
  await tx.query('create schema leaving');
  for (const table of FIGURE_TABLES) {
    await tx.query(`alter table public.${table} set schema leaving`);
    await tx.query(`alter table beside.${table} set schema public`);
    await tx.query(`alter table leaving.${table} set schema beside`);
  }
  await tx.query('drop schema leaving');
  for (const { name, definition } of views) await tx.query(`create or replace view ${name} as ${definition}`);
  await tx.query(FRESH);
  await tx.query(TO_PUBLISH);
  await tx.query('delete from beside.changed_region');
};
