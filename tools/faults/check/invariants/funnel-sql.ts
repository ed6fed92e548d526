/** Of the milestones of the funnel, those that the topics alone tell of: places in its list. */
const SIGNED_UP = 0;
const FIRST_PAID = 1;

/** Memberships of the country by day of registration and channel: how many signed up, and how many ever paid and kept it. */
export const FUNNEL_DIFFERENCES = `
  with paid as (
    select distinct membership from once_cover
     where contribution not in (select contribution from once_reversal)
  ), told as (
    select registered_on, channel, ${SIGNED_UP} as milestone, count(*) as memberships from once_registration group by 1, 2
    union all
    select registered_on, channel, ${FIRST_PAID}, count(*) from once_registration join paid using (membership) group by 1, 2
  ), kept as (
    select registered_on, channel_code as channel, milestone, sum(memberships) as memberships from funnel_cell
     where region = 'ID' and milestone in (${SIGNED_UP}, ${FIRST_PAID}) group by 1, 2, 3 having sum(memberships) <> 0
  )
  select registered_on::text as day, channel, milestone, coalesce(t.memberships, 0)::integer as told,
         coalesce(k.memberships, 0)::integer as kept
    from told as t full join kept as k using (registered_on, channel, milestone)
   where t.memberships is distinct from k.memberships order by 1, 2, 3`;
