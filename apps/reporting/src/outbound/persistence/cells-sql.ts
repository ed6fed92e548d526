/*
 * Statements over the cells. All begin with $1 the measure, $2 the regions whose rows are read and $3 the regions that
 * these are asked for, side by side. Scopes are '' (counts for everybody), '=code' (for everybody and the code) or
 * '+code' (for the code).
 */

/** Conditions on scopes, each a range of the index. */
const EVERYBODY = ["cell.scope = ''", "cell.scope >= '=' and cell.scope < '>'"];
const EACH_CODE = ["cell.scope >= '+'"];
const ONE_SEGMENT = ["cell.scope = '+' || $7", "cell.scope = '=' || $7"];

const rowsOf = (
  table: string,
  scopes: readonly string[],
  days: string,
  more = 'null::date as "on"',
): string =>
  scopes
    .map(
      (scope) => `
    select asked.region, cell.scope, cell.signature, cell.persons, ${more}
    from unnest($2::text[], $3::text[]) as asked (key, region)
    join ${table} as cell on cell.measure = $1 and cell.region = asked.key and ${scope} and ${days}`,
    )
    .join(' union all ');

/** As of $4: whole months before $5, the first day of its month, then the days of its month. */
const asKnownNow = (scopes: readonly string[]): string =>
  [
    rowsOf('coverage_month', scopes, 'cell.month < $5'),
    rowsOf('coverage_day', scopes, 'cell.effective_on >= $5 and cell.effective_on <= $4'),
  ].join(' union all ');

/** As of $4, known on $5. */
const asKnownThen = (scopes: readonly string[]): string =>
  rowsOf('coverage_cell', scopes, 'cell.effective_on <= $4 and cell.known_on <= $5');

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

/** What there is on $4, as if it began then; after it what changes until $6, by day. All in one snapshot. */
export const periodSql = (knowing: Knowing): string => {
  const [table, known] =
    knowing === 'now' ? ['coverage_day', 'true'] : ['coverage_cell', 'cell.known_on <= $5'];
  const within = `cell.effective_on > $4 and cell.effective_on <= $6 and ${known}`;
  return `
  select $4::date::text as "on", signature, sum(persons)::integer as persons
  from (${rowsOn(knowing, EVERYBODY)}) as cell group by 2 having sum(persons) <> 0
  union all
  select "on"::text, signature, sum(persons)::integer
  from (${rowsOf(table, EVERYBODY, within, 'cell.effective_on as "on"')}) as cell
  group by 1, 2 having sum(persons) <> 0
  order by 1`;
};

/** The day and the cause of what was learnt after $6; nothing for what was known by then. */
const LEARNT = `case when cell.known_on > $6 then cell.known_on end as known_on,
                case when cell.known_on > $6 then cell.cause end as cause`;

/** As of $4: what was known on $6, and what was learnt after it until $5, by day and cause. All in one snapshot. */
export const revisionSql = (detail: 'signatures' | 'persons'): string => `
  select known_on::text as "knownOn", cause, ${detail === 'signatures' ? 'signature' : "''"} as signature,
         sum(persons)::integer as persons
  from (${rowsOf('coverage_cell', EVERYBODY, 'cell.effective_on <= $4 and cell.known_on <= $5', LEARNT)}) as cell
  group by 1, 2, 3 having sum(persons) <> 0`;
