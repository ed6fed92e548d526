import { Session } from './gather/session.js';
import type { ServiceName } from '../load/target.js';

/** Figures that depend on the inputs alone: by name a number, an amount in rupiah or a digest, as text. */
export type Figures = Readonly<Record<string, string>>;

interface Question {
  readonly service: ServiceName;
  readonly name: string;
  /** Gives rows of `part` and `value`. */
  readonly sql: string;
}

const digest = (text: string, order: string, from: string) =>
  `select 'digest' as part, coalesce(md5(string_agg(${text}, ';' order by ${order})), '') as value from (${from}) as t`;

const cells = (table: string, day: string): string =>
  digest(
    `concat_ws('|', measure, region, scope, ${day}, signature, persons)`,
    `measure, region, scope, ${day}, signature`,
    `select * from ${table} where persons <> 0`,
  );

/**
 * What depends on the order in which inputs came, such as ids, numbers, instants and intermediate results, is left out. So are
 * memberships of which nothing is paid: a payment that was reversed before its membership was known was never told of, and
 * one that was reversed afterwards was, so that the one has no standing and the other an empty one.
 */
const QUESTIONS: readonly Question[] = [
  {
    service: 'enrollment',
    name: 'sign-ups',
    sql: `select concat_ws(' ', result ->> 'status', result ->> 'outcome', result -> 'reasons') as part,
                 count(*)::text as value from sign_up group by 1`,
  },
  {
    service: 'enrollment',
    name: 'memberships',
    sql: `select segment as part, count(*)::text as value from membership group by 1`,
  },
  {
    service: 'enrollment',
    name: 'persons',
    sql: `select 'all' as part, count(*)::text as value from person`,
  },
  {
    service: 'enrollment',
    name: 'where memberships stand',
    sql: digest(
      `concat_ws('|', days, memberships)`,
      'days',
      `select days, count(*) as memberships
         from (select (select string_agg(concat(p ->> 'from', p ->> 'through'), ',' order by p ->> 'from', p ->> 'through')
                         from jsonb_array_elements(paid) as p) as days
                 from standing) as each_membership where days is not null group by 1`,
    ),
  },
  {
    service: 'contribution',
    name: 'lines',
    sql: `select concat_ws(' ', status, reason) as part, count(*) || ' Rp' || sum(amount) as value from payment_line
           group by 1`,
  },
  {
    service: 'contribution',
    name: 'accounts',
    sql: `select account as part, sum(amount)::text as value
            from ledger_entry, unnest(accounts, amounts) as p (account, amount)
           group by 1 having sum(amount) <> 0`,
  },
  {
    service: 'contribution',
    name: 'months paid',
    sql: digest(
      `concat_ws('|', paid_months, event_paid, accounts)`,
      'paid_months, event_paid',
      'select paid_months, event_paid, count(*) as accounts from account group by 1, 2',
    ),
  },
  {
    service: 'claims',
    name: 'claims',
    sql: `select concat_ws(' ', type, data::json ->> 'decision', data::json ->> 'amount') as part,
                 count(*)::text as value from event where topic = 'claims.claims.v1' group by 1`,
  },
  {
    service: 'reporting',
    name: 'active in the country',
    sql: `select effective_on::text as part, sum(persons)::text as value from coverage_day
           where measure in (1, 3) and region = 'ID' and (scope = '' or scope like '=%')
           group by 1 having sum(persons) <> 0`,
  },
  { service: 'reporting', name: 'cells by day', sql: cells('coverage_day', 'effective_on') },
  { service: 'reporting', name: 'cells by month', sql: cells('coverage_month', 'month') },
  {
    service: 'reporting',
    name: 'funnel',
    sql: digest(
      `concat_ws('|', region, registered_on, channel, channel_code, campaign, milestone, memberships)`,
      'region, registered_on, channel, channel_code, campaign, milestone',
      'select * from funnel_cell where memberships <> 0',
    ),
  },
  {
    service: 'reporting',
    name: 'benefits',
    sql: `select concat_ws(' ', programme, benefit, moved_on) as part, sum(amount_rupiah)::text as value
            from benefit_fact group by 1`,
  },
  ...(['enrollment', 'contribution'] as const).map((service) => ({
    service,
    name: `parked by ${service}`,
    sql: `select first.reason as part, count(*)::text as value
            from (select distinct on (topic, key_token) reason from parked_message
                   order by topic, key_token, log_offset) as first
           group by 1`,
  })),
];

/** The figures that must be the same after any two runs over the same inputs, however they were disturbed. */
export const figuresOf = async ({
  databases,
}: {
  readonly databases: Readonly<Record<ServiceName, string>>;
}): Promise<Figures> => {
  const figures: [string, string][] = [];
  for (const { service, name, sql } of QUESTIONS) {
    const session = await Session.open(databases[service]);
    try {
      for (const { part, value } of await session.query<{ part: string; value: string }>(sql))
        figures.push([`${name}: ${part}`, value]);
    } finally {
      await session.close();
    }
  }
  return Object.fromEntries(figures.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};
