/*
 * One statement, and so one snapshot: what was read from the log up to then is just what the steps tell.
 * $1: how many batches at most. A scope is '' (counts for everybody), '=code' (for everybody and the code) or '+code'
 * (for the code); above the region in which a person lives the two are counted apart.
 */

const TAKEN = `
  taken as (
    delete from step_batch where id in (select id from step_batch order by id limit $1) returning *
  ),
  leaf as materialized (
    select s.measure, s.region, s.scope, date '1970-01-01' + s.known_on as known_on,
           date '1970-01-01' + s.effective_on as effective_on, s.signature, s.cause, sum(s.persons)::integer as persons
    from taken as t, unnest(t.measures, t.regions, t.scopes, t.known_on, t.effective_on, t.signatures, t.causes, t.persons)
      as s (measure, region, scope, known_on, effective_on, signature, cause, persons)
    group by 1, 2, 3, 4, 5, 6, 7 having sum(s.persons) <> 0
  )`;

/** Which rows of a table of cells count for everybody. */
export const FOR_EVERYBODY = `(scope = '' or starts_with(scope, '='))`;

/** Rows of a table as they count above their region: for everybody, and for their code. */
const spread = (table: string) => `(
    select *, '' as counts_for from ${table} where ${FOR_EVERYBODY}
    union all
    select *, '+' || substr(scope, 2) from ${table} where scope <> ''
  )`;

/** Cells are kept for the region of residence, its regency and the country: what was known then is asked seldom. */
const CELLS = `
  regency as materialized (
    select measure, left(region, 5) as region, counts_for as scope, known_on, effective_on, signature, cause,
           sum(persons) as persons
    from ${spread('leaf')} as s where length(region) > 5 and region <> 'unmapped'
    group by 1, 2, 3, 4, 5, 6, 7
  ),
  country as (
    select measure, scope, known_on, effective_on, signature, cause, persons from regency
    union all
    select measure, counts_for, known_on, effective_on, signature, cause, persons from ${spread('leaf')} as s
    where region = 'unmapped' or (length(region) <= 5 and region <> 'ID')
  ),
  cell as (
    select measure, region, scope, known_on, effective_on, signature, cause, persons from leaf
    union all
    select * from regency where persons <> 0
    union all
    select measure, 'ID', scope, known_on, effective_on, signature, cause, sum(persons) from country
    group by 1, 3, 4, 5, 6, 7 having sum(persons) <> 0
  ),
  into_cells as (
    insert into coverage_cell (measure, region, scope, known_on, effective_on, signature, cause, persons)
    select measure, region, scope, known_on, effective_on, signature, cause, sum(persons) from cell
    group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (measure, region, scope, known_on, effective_on, signature, cause)
    do update set persons = coverage_cell.persons + excluded.persons
  )`;

/** As known now: at all five levels, by day and by month. */
const DAYS = `
  leaf_day as materialized (
    select measure, region, scope, effective_on, signature, sum(persons) as persons from leaf
    group by 1, 2, 3, 4, 5 having sum(persons) <> 0
  ),
  day as materialized (
    select measure, region, scope, effective_on, signature, sum(persons) as persons
    from (
      select measure, region, scope, effective_on, signature, persons from leaf_day
      union all
      select measure, above, counts_for, effective_on, signature, persons
      from ${spread('leaf_day')} as s,
           lateral (values (left(region, 8)), (left(region, 5)), (left(region, 2)), ('ID')) as a (above)
      where region <> 'ID' and (above = 'ID' or (region <> 'unmapped' and length(above) < length(region)))
    ) as each_level
    group by 1, 2, 3, 4, 5 having sum(persons) <> 0
  ),
  into_days as (
    insert into coverage_day (measure, region, scope, effective_on, signature, persons)
    select * from day order by 1, 2, 3, 4, 5
    on conflict (measure, region, scope, effective_on, signature)
    do update set persons = coverage_day.persons + excluded.persons
  ),
  into_months as (
    insert into coverage_month (measure, region, scope, month, signature, persons)
    select measure, region, scope, date_trunc('month', effective_on)::date, signature, sum(persons) from day
    group by 1, 2, 3, 4, 5 having sum(persons) <> 0 order by 1, 2, 3, 4, 5
    on conflict (measure, region, scope, month, signature)
    do update set persons = coverage_month.persons + excluded.persons
  ),
  into_changed as (
    insert into changed_region (region, version)
    select region, version + 1 from (select distinct region from day where region <> 'unmapped') as d, roll_up
    order by region collate "C" on conflict (region) do update set version = excluded.version
  )`;

/** The longest lag that the column and its readers hold, some 24 days: what is left over longer is told as that late. */
const LAG_MAX_MS = 2_147_483_647;
/** A lag in whole milliseconds out of an expression that is never null. */
export const asLagMs = (ms: string) => `least(${ms}, ${LAG_MAX_MS})::integer`;

const LAG_MS = asLagMs('coalesce(gone.lag_ms, 0)');

/**
 * While batches are left, the figures are not yet as far as the reading. What came since the funnel took its part of the
 * same transaction is left for the next one there, though its steps are taken here.
 */
const PROGRESS = `
  gone as (
    select count(*) as batches, extract(epoch from clock_timestamp() - min(written_at)) * 1000 as lag_ms from taken
  ),
  there as (
    select count(*) as batches from (select from step_batch limit $1 + 1) as waiting
  ),
  so_far as (
    select coalesce(sum(events), 0) as applied, max(recorded_through) as recorded_through from reading
  )
  update roll_up set
    version = version + (select count(*) from (select from leaf limit 1) as any_leaf),
    applied = case when there.batches > gone.batches then roll_up.applied else so_far.applied end,
    recorded_through = case when there.batches > gone.batches then roll_up.recorded_through
                            else so_far.recorded_through end,
    lag_ms = ${LAG_MS}
  from gone, there, so_far
  returning version, there.batches > gone.batches or exists (select from funnel_batch) as left_over`;

/** Takes the steps that batches left behind into the cells and tells how far the figures are. */
export const ROLL_UP = `with ${TAKEN}, ${CELLS}, ${DAYS}, ${PROGRESS}`;
