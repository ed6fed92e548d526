/*
 * Statements over the cells. All begin with what is read, side by side: $1 the measures, $2 the regions whose rows are
 * read, $3 the regions that these are asked for, $4 the last day that counts of each. Scopes are '' (counts for everybody),
 * '=code' (for everybody and the code) or '+code' (for the code).
 */

/** Conditions on scopes, each a range of the index. */
const EVERYBODY = ["cell.scope = ''", "cell.scope >= '=' and cell.scope < '>'"];
const EACH_CODE = ["cell.scope >= '+'"];
const ONE_SEGMENT = ["cell.scope = '+' || $7", "cell.scope = '=' || $7"];

const ASKED = `
  unnest($1::smallint[], $2::text[], $3::text[], $4::date[]) as asked (measure, key, region, through)`;
/** With $5, the first day of the month in which the last day lies. */
const ASKED_NOW = `
  unnest($1::smallint[], $2::text[], $3::text[], $4::date[], $5::date[])
    as asked (measure, key, region, through, month)`;
/** With $6, the last day of the period, and $7, the months after which the rows of a day count. */
const ASKED_FOR_A_PERIOD = `
  unnest($1::smallint[], $2::text[], $3::text[], $4::date[], $6::date[], $7::integer[])
    as asked (measure, key, region, through, last, months)`;

/** Which rows are read: of a table, of some scopes, of some days, and what is read of them beside the usual. */
interface Rows {
  readonly asked: string;
  readonly table: string;
  readonly scopes: readonly string[];
  readonly days: string;
  readonly more?: string;
}

const rowsOf = ({ asked, table, scopes, days, more = 'null::date as "on"' }: Rows): string =>
  scopes
    .map(
      (scope) => `
    select asked.region, cell.scope, cell.signature, cell.persons, ${more}
    from ${asked}
    join ${table} as cell on cell.measure = asked.measure and cell.region = asked.key and ${scope} and ${days}`,
    )
    .join(' union all ');

/** Whole months before that of the last day, then the days of its month. */
const asKnownNow = (scopes: readonly string[]): string =>
  [
    { table: 'coverage_month', days: 'cell.month < asked.month' },
    {
      table: 'coverage_day',
      days: 'cell.effective_on >= asked.month and cell.effective_on <= asked.through',
    },
  ]
    .map((rows) => rowsOf({ ...rows, asked: ASKED_NOW, scopes }))
    .join(' union all ');

/** As known on $5. */
const asKnownThen = (scopes: readonly string[]): string =>
  rowsOf({
    asked: ASKED,
    table: 'coverage_cell',
    scopes,
    days: 'cell.effective_on <= asked.through and cell.known_on <= $5',
  });

/** As known now, or on a day. */
export type Knowing = 'now' | 'then';

const rowsOn = (knowing: Knowing, scopes: readonly string[]) =>
  knowing === 'now' ? asKnownNow(scopes) : asKnownThen(scopes);

/** Persons by region, by code where each is asked for, by signature where these are told apart. */
export const personsSql = (
  knowing: Knowing,
  scope: 'everybody' | 'each',
  detail: 'signatures' | 'persons',
): string => `
  select region, ${scope === 'each' ? 'substr(scope, 2)' : "''"} as scope,
         ${detail === 'signatures' ? 'signature' : "''"} as signature, sum(persons)::integer as persons
  from (${rowsOn(knowing, scope === 'each' ? EACH_CODE : EVERYBODY)}) as cell
  group by 1, 2, 3 having sum(persons) <> 0`;

/** Persons by region whose latest registration lies on $6 or later: of any segment, or of the one in $7. */
export const joinedSql = (knowing: Knowing, ofSegment: boolean): string => `
  select region, sum(persons)::integer as persons
  from (${rowsOn(knowing, ofSegment ? ONE_SEGMENT : EVERYBODY)}) as cell
  where signature >= $6 group by 1`;

/** What there is on $8, as if it began then; after it what changes until the last day, by day. All in one snapshot. */
export const periodSql = (knowing: Knowing): string => {
  const [table, known] =
    knowing === 'now' ? ['coverage_day', 'true'] : ['coverage_cell', 'cell.known_on <= $5'];
  const days = `cell.effective_on > asked.through and cell.effective_on <= asked.last and ${known}`;
  const more = '(cell.effective_on + make_interval(months => asked.months))::date as "on"';
  return `
  select $8::date::text as "on", signature, sum(persons)::integer as persons
  from (${rowsOn(knowing, EVERYBODY)}) as cell group by 2 having sum(persons) <> 0
  union all
  select "on"::text, signature, sum(persons)::integer
  from (${rowsOf({ asked: ASKED_FOR_A_PERIOD, table, scopes: EVERYBODY, days, more })}) as cell
  group by 1, 2 having sum(persons) <> 0
  order by 1`;
};

/** The day and the cause of what was learnt after $6; nothing for what was known by then. */
const LEARNT = `case when cell.known_on > $6 then cell.known_on end as known_on,
                case when cell.known_on > $6 then cell.cause end as cause`;

const REVISED: Rows = {
  asked: ASKED,
  table: 'coverage_cell',
  scopes: EVERYBODY,
  days: 'cell.effective_on <= asked.through and cell.known_on <= $5',
  more: LEARNT,
};

/** What was known on $6, and what was learnt after it until $5, by day and cause. All in one snapshot. */
export const revisionSql = (detail: 'signatures' | 'persons'): string => `
  select known_on::text as "knownOn", cause, ${detail === 'signatures' ? 'signature' : "''"} as signature,
         sum(persons)::integer as persons
  from (${rowsOf(REVISED)}) as cell
  group by 1, 2, 3 having sum(persons) <> 0`;
