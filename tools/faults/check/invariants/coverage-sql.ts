/*
 * The figures as the topics alone make them, by set arithmetic on ranges of days. A person lives where the latest
 * statement says that takes effect by the day (of several for a day: the one recorded last), before the first one where
 * that says; is registered from the day of registration until the end; is active on the days of contributions that were
 * not reversed, until a death.
 */

/** Where a person lives, over all days. */
export const STAYS = `
  create temporary table stay as
  with statement as (
    select person, registered_on as since, region, at, id from once_registration where region is not null
    union all
    select person, effective_on, region, at, id from once_move
  ), last as (
    select distinct on (person, since) person, since, region from statement order by person, since, at desc, id desc
  )
  select person, region,
         daterange(case when lag(since) over w is null then null else since end, lead(since) over w) as days
    from last window w as (partition by person order by since)`;

export const SPANS = `
  create temporary table span as
  with person as (
    select person from once_registration union select person from once_cover
  ), death as (
    select person, min(ended_on) as died_on from once_end where died group by person
  ), ended as (
    select membership, min(ended_on) as ended_on from once_end group by membership
  ), lived as (
    select 0 as measure, person, daterange(registered_on, ended_on) as days
      from once_registration left join ended using (membership)
     where ended_on is null or ended_on > registered_on
    union all
    select 1, person, days * daterange(null, died_on)
      from once_cover left join death using (person)
     where contribution not in (select contribution from once_reversal)
  ), whole as (
    select measure, person, unnest(range_agg(days)) as days from lived group by measure, person
  )
  select measure, coalesce(region, 'unmapped') as region, w.days * coalesce(stay.days, daterange(null, null)) as days
    from whole as w left join stay using (person)
   where not isempty(w.days * coalesce(stay.days, daterange(null, null)))`;

const LEVELS = `(
    select measure, region, days from span
    union all
    select measure, above, days from span, lateral (
      values (left(region, 8)), (left(region, 5)), (left(region, 2)), ('ID')) as a (above)
     where region <> 'ID' and (above = 'ID' or (region <> 'unmapped' and length(above) < length(region)))
  )`;

/** How many persons more or fewer there are from a day on, by measure and region at every level. */
export const STEPS = `
  create temporary table step as
  select measure, region, day, sum(persons)::integer as persons
    from (
      select measure, region, lower(days) as day, 1 as persons from ${LEVELS} as l
      union all
      select measure, region, upper(days), -1 from ${LEVELS} as l where not upper_inf(days)
    ) as edge
   group by 1, 2, 3 having sum(persons) <> 0`;

const EVERYBODY = `(scope = '' or scope like '=%')`;

/** The same from reporting's tables; `region` may be of the levels that a table keeps. Ends of cover are kept apart (3). */
const keptIn = (table: string, day: string): string => `
  select case measure when 3 then 1 else measure end as measure, region, ${day} as day,
         sum(persons)::integer as persons
    from ${table}
   where measure in (0, 1, 3) and ${EVERYBODY} group by 1, 2, 3 having sum(persons) <> 0`;

const differing = (told: string, kept: string): string => `
  select measure, region, day::text, coalesce(t.persons, 0) as told, coalesce(k.persons, 0) as kept
    from (${told}) as t full join (${kept}) as k using (measure, region, day)
   where t.persons is distinct from k.persons order by 1, 2, 3`;

const BY_MONTH = `
  select measure, region, date_trunc('month', day)::date as day, sum(persons)::integer as persons from step
   group by 1, 2, 3 having sum(persons) <> 0`;

/** Of regions that are kept as known on each day: those of residence, regencies and the country. */
const OF_CELLS = `
  select * from step where region in (select distinct region from coverage_cell)`;

export const DIFFERENCES: Readonly<Record<string, string>> = {
  coverage_day: differing('select * from step', keptIn('coverage_day', 'effective_on')),
  coverage_month: differing(BY_MONTH, keptIn('coverage_month', 'month')),
  coverage_cell: differing(OF_CELLS, keptIn('coverage_cell', 'effective_on')),
};

/** Benefit money by region, programme, class and day. */
export const BENEFIT_DIFFERENCES = `
  with told as (
    select region, programme, benefit, moved_on, sum(rupiah) as rupiah from once_money group by 1, 2, 3, 4
  ), kept as (
    select coalesce(region, 'unmapped') as region, programme, benefit, moved_on, sum(amount_rupiah) as rupiah
      from benefit_fact group by 1, 2, 3, 4
  )
  select region, programme, benefit, moved_on::text as day,
         coalesce(t.rupiah, 0)::text as told, coalesce(k.rupiah, 0)::text as kept
    from (select coalesce(region, 'unmapped') as region, programme, benefit, moved_on, rupiah from told) as t
    full join kept as k using (region, programme, benefit, moved_on)
   where t.rupiah is distinct from k.rupiah`;
