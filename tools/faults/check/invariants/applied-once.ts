import { Findings, type Finding } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import type { ServiceName } from '../../load/target.js';

/** Something that may have happened once for each of its ids. */
interface Once {
  readonly service: ServiceName;
  /** What a sentence says of an id that was applied more than once. */
  readonly what: string;
  /** Gives `id` and `times` of everything that happened. */
  readonly sql: string;
}

const ofEvents = (type: string, id: string) =>
  `select data::json ->> '${id}' as id, count(*) as times from event where type = 'id.cakupan.${type}' group by 1`;

const MONTHS_PAID = `
  with paid as (
    select data::json as d from event where type = 'id.cakupan.contribution.contribution-paid.v1'
  ), reversed as (
    select data::json ->> 'contributionId' as id from event
     where type = 'id.cakupan.contribution.contribution-reversed.v1'
  )
  select d ->> 'membershipId' || ' for ' || coalesce(month, 'the event') as id, count(*) as times
    from paid left join lateral json_array_elements_text(d -> 'months') as month on true
   where d ->> 'contributionId' not in (select id from reversed)
   group by 1`;

const EVERYTHING: readonly Once[] = [
  {
    service: 'enrollment',
    what: 'memberships of sign-up',
    sql: 'select sign_up_id as id, count(*) as times from membership group by 1',
  },
  {
    service: 'enrollment',
    what: 'registrations of sign-up',
    sql: ofEvents('enrollment.member-registered.v1', 'signUpId'),
  },
  {
    service: 'enrollment',
    what: 'open ordinary memberships of person, segment and employer',
    sql: `select person_id || ' ' || segment || coalesce(employer, '') as id, count(*) as times from membership
           where ended_on is null and event_cover is null group by 1`,
  },
  {
    service: 'contribution',
    what: 'entries of money received for payment',
    sql: `select gateway || '/' || payment_id as id, count(*) as times from ledger_entry where kind = 'received'
           group by 1`,
  },
  {
    service: 'contribution',
    what: 'events of contribution',
    sql: ofEvents('contribution.contribution-paid.v1', 'contributionId'),
  },
  {
    service: 'contribution',
    what: 'reversals of contribution',
    sql: ofEvents('contribution.contribution-reversed.v1', 'contributionId'),
  },
  { service: 'contribution', what: 'contributions to membership', sql: MONTHS_PAID },
  {
    service: 'claims',
    what: 'submissions of claim',
    sql: ofEvents('claims.claim-submitted.v1', 'claimId'),
  },
  { service: 'claims', what: 'decisions on claim', sql: ofEvents('claims.claim-decided.v1', 'claimId') },
  {
    service: 'claims',
    what: 'payments of disbursement',
    sql: ofEvents('claims.benefit-paid.v1', 'disbursementId'),
  },
];

/** Rows that stand for effects beside the events that tell of them: as many of the one as of the other. */
const COUNTERPARTS: readonly { service: ServiceName; what: string; sql: string }[] = [
  {
    service: 'enrollment',
    what: 'memberships',
    sql: `select (select count(*) from membership) as rows, count(*) as told from event
           where type = 'id.cakupan.enrollment.member-registered.v1'`,
  },
  {
    service: 'contribution',
    what: 'contributions of lines',
    sql: `select (select coalesce(sum(json_array_length(contributions)), 0) from payment_line) as rows, count(*) as told
            from event where type = 'id.cakupan.contribution.contribution-paid.v1'`,
  },
  {
    service: 'reporting',
    what: 'movements of benefit money',
    sql: 'select (select count(*) from benefit_fact) as rows, count(*) as told from once_money',
  },
];

/** I6: nothing had its effect twice. */
export const appliedOnce = async ({ sessions }: Gathered): Promise<Finding> => {
  const findings = new Findings();
  for (const { service, what, sql } of EVERYTHING) {
    const [all] = await sessions[service].query<{ count: string }>(`select count(*) from (${sql}) as t`);
    findings.looking(Number(all!.count));
    const more = await sessions[service].query<{ id: string; times: string }>(
      `select * from (${sql}) as t where times > 1 limit 1000`,
    );
    for (const { id, times } of more) findings.violated(`${service}: there are ${times} ${what} ${id}`);
  }
  for (const { service, what, sql } of COUNTERPARTS) {
    const [row] = await sessions[service].query<{ rows: string; told: string }>(sql);
    findings.expect(
      row!.rows === row!.told,
      () => `${service}: ${row!.rows} ${what} stand in its tables, its events tell of ${row!.told}`,
    );
  }
  return findings.result;
};
