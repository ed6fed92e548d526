import { DAY_SQL, MONTHS, SIZE_SQL, TERMS, YEAR } from './cohorts.js';

/** In one village of so many everybody pays a month late. */
const ONE_IN_LATE = 5;
/** The dues of a village are brought in on one of so many days of the month. */
const PAYING_DAYS = 14;

const first = (month: string) => `(make_date(${YEAR}, 1, 1) + make_interval(months => ${month}))::date`;
const eachTerms = TERMS.map(
  ({ segment, signature, code }, k) => `(${k}, '${segment}', '${signature}', ${code})`,
).join(', ');

/** $1: the codes of the villages, in order. */
const COHORTS = `
  create unlogged table cohort as
  select region, number, m, segment, signature, code, ${SIZE_SQL} as size, ${first('m')} + ${DAY_SQL} as joined_on,
         case when number % ${ONE_IN_LATE} = 2 then 31 else 0 end as late_days
  from (select region, (place - 1)::integer from unnest($1::text[]) with ordinality as listed (region, place))
         as v (region, number)
       cross join lateral (values ${eachTerms}) as t (k, segment, signature, code)
       cross join generate_series(0, ${MONTHS - 1}) as month (m)`;

/** Month by month, what those who joined in earlier ones pay again. */
const AGAIN = `
  create unlogged table again as
  select region, signature, code, ${first('j')} as month, ${first('j + 1')} as next,
         ${first('j')} + number % ${PAYING_DAYS} + late_days as known_on, sum(size)::integer as size
  from cohort cross join generate_series(1, ${MONTHS - 1}) as later (j) where m < j
  group by region, number, signature, code, j, late_days`;

/** Measures and causes by their places: registered 0, active 1, joined 2, the end of cover 3; paid 1, paid late 2. */
const STEPS = `
  create unlogged table leaf as
  select measure::smallint, region, scope collate "C" as scope, known_on, effective_on, signature, cause::smallint,
         sum(persons)::integer as persons
  from (
    select 0, region, '=' || code, joined_on, joined_on, signature, 0, size from cohort
    union all
    select 2, region, '=' || segment, joined_on, joined_on, joined_on::text, 0, size from cohort
    union all
    select 1, region, '=' || code, joined_on + late_days, joined_on, signature, 1 + (late_days > 0)::integer, size
    from cohort
    union all
    select 3, region, '=' || code, joined_on + late_days, ${first('m + 1')}, signature, 1 + (late_days > 0)::integer, -size
    from cohort
    union all
    select 3, region, '=' || code, known_on, "on", signature, 1 + (known_on > month)::integer, persons
    from again cross join lateral (values (month, size), (next, -size)) as edge ("on", persons)
  ) as step (measure, region, scope, known_on, effective_on, signature, cause, persons)
  group by 1, 2, 3, 4, 5, 6, 7`;

/** A village counts for everybody and for its code at once; above it the two are apart. */
const APART = `cross join lateral (values (''), ('+' || substr(scope, 2))) as apart (counts_for)`;

const CELLS = `
  insert into coverage_cell (measure, region, scope, known_on, effective_on, signature, cause, persons)
  with regency as materialized (
    select measure, left(region, 5) as region, counts_for, known_on, effective_on, signature, cause, sum(persons) as persons
    from leaf ${APART} group by 1, 2, 3, 4, 5, 6, 7
  )
  select * from leaf
  union all select * from regency
  union all
  select measure, 'ID', counts_for, known_on, effective_on, signature, cause, sum(persons) from regency
  group by 1, 3, 4, 5, 6, 7`;

const ABOVE =
  'cross join lateral (values (left(region, 8)), (left(region, 5)), (left(region, 2))) as level (above)';

/** The country is added up of provinces: what it sorts is no larger than it has to be. */
const DAYS = `
  insert into coverage_day (measure, region, scope, effective_on, signature, persons)
  with village as materialized (
    select measure, region, scope, effective_on, signature, sum(persons) as persons from leaf group by 1, 2, 3, 4, 5
  ),
  upper as materialized (
    select measure, above, counts_for, effective_on, signature, sum(persons) as persons
    from village ${APART} ${ABOVE} group by 1, 2, 3, 4, 5
  )
  select * from village
  union all select * from upper
  union all
  select measure, 'ID', counts_for, effective_on, signature, sum(persons) from upper where length(above) = 2
  group by 1, 3, 4, 5`;

const MONTHLY = `
  insert into coverage_month (measure, region, scope, month, signature, persons)
  select measure, region, scope, date_trunc('month', effective_on)::date, signature, sum(persons) from coverage_day
  group by 1, 2, 3, 4, 5`;

const KEYS: Readonly<Record<string, string>> = {
  coverage_cell: 'measure, region, scope, known_on, effective_on, signature, cause',
  coverage_day: 'measure, region, scope, effective_on, signature',
  coverage_month: 'measure, region, scope, month, signature',
};
const each = (statement: (table: string, key: string) => string) =>
  Object.entries(KEYS).map(([table, key]) => statement(table, key));

/** Makes the rows that figures are read from, of all five levels, on an empty database of reporting; $1 of the first: the villages. */
export const FILL: readonly [first: string, ...more: string[]] = [
  COHORTS,
  "set work_mem = '512MB'",
  "set maintenance_work_mem = '1GB'",
  'set synchronous_commit = off',
  AGAIN,
  STEPS,
  ...each((table) => `alter table ${table} drop constraint ${table}_pkey, set (autovacuum_enabled = off)`),
  CELLS,
  DAYS,
  MONTHLY,
  ...each((table, key) => `alter table ${table} add primary key (${key})`),
  'drop table cohort, again, leaf',
  ...each((table) => `alter table ${table} reset (autovacuum_enabled)`),
  'vacuum analyze',
];
