import type { Transaction } from '#libs/persistence';
import type { JourneyStep } from '../../../domain/funnel/journey.js';
import { MILESTONES } from '../../../domain/funnel/milestones.js';

const INSERT = `
  insert into funnel_batch (regions, registered_on, channels, channel_codes, campaigns, milestones, memberships)
  values ($1::text[], $2::integer[], $3::smallint[], $4::text[], $5::text[], $6::smallint[], $7::integer[])`;

/** Stands for those who came by none: the key of a cell has no nulls. */
export const NO_CAMPAIGN = '';

/** Writes how much further memberships came in a batch, as one row for the roll-up to take; mostly there is nothing. */
export const writeJourneys = async (tx: Transaction, steps: readonly JourneyStep[]): Promise<void> => {
  if (steps.length === 0) return;
  await tx.query(INSERT, [
    steps.map(({ region }) => region),
    steps.map(({ registeredOn }) => registeredOn),
    steps.map(({ channelKind }) => channelKind),
    steps.map(({ channelCode }) => channelCode),
    steps.map(({ campaign }) => campaign ?? NO_CAMPAIGN),
    steps.map(({ milestone }) => MILESTONES.indexOf(milestone)),
    steps.map(({ memberships }) => memberships),
  ]);
};

/** Takes what batches left behind into the cells of the region of residence, its regency and the country. */
export const ROLL_UP_FUNNEL = `
  with taken as (
    delete from funnel_batch where id in (select id from funnel_batch order by id limit $1) returning *
  ),
  leaf as (
    select s.region, date '1970-01-01' + s.registered_on as registered_on, s.channel, s.channel_code, s.campaign, s.milestone,
           sum(s.memberships) as memberships
    from taken as t,
         unnest(t.regions, t.registered_on, t.channels, t.channel_codes, t.campaigns, t.milestones, t.memberships)
           as s (region, registered_on, channel, channel_code, campaign, milestone, memberships)
    group by 1, 2, 3, 4, 5, 6 having sum(s.memberships) <> 0
  )
  insert into funnel_cell (region, registered_on, channel, channel_code, campaign, milestone, memberships)
  select above, registered_on, channel, channel_code, campaign, milestone, sum(memberships)
  from leaf, lateral (
    select distinct above
    from (values (region), (case when region = 'unmapped' then region else left(region, 5) end), ('ID')) as v (above)
  ) as level
  group by 1, 2, 3, 4, 5, 6 having sum(memberships) <> 0
  order by 1, 2, 3, 4, 5, 6
  on conflict (region, registered_on, channel, channel_code, campaign, milestone)
  do update set memberships = funnel_cell.memberships + excluded.memberships`;
