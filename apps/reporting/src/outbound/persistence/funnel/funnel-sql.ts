import {
  MONTHS_AFTER,
  MILESTONES,
  type MonthsAfter,
  type Milestone,
} from '../../../domain/funnel/milestones.js';
import type { FunnelCut } from '../../../use-cases/funnel.js';

/** The part that a cell belongs to, by cut. */
const PARTS: Readonly<Record<FunnelCut, string>> = {
  channel: 'cell.channel::text',
  'channel-code': 'cell.channel_code',
  campaign: "nullif(cell.campaign, '')",
  region: 'asked.region',
  month: "to_char(cell.registered_on, 'YYYY-MM')",
};

/** The last day of registration of which the day so many months later has come. */
const LAST_DUE: Readonly<Record<MonthsAfter, string>> = { 3: '$8', 6: '$9', 12: '$10' };

const isOf = (milestone: Milestone) => `milestone = ${MILESTONES.indexOf(milestone)}`;
const isDue = (months: MonthsAfter) => `registered_on <= ${LAST_DUE[months]}`;

const sumOf = (...conditions: readonly string[]): string =>
  `coalesce(sum(memberships) filter (where ${conditions.join(' and ')}), 0)::integer`;

const SUMS = [
  `${sumOf(isOf('signed-up'))} as "signedUp"`,
  `${sumOf(isOf('first-paid'))} as "firstPaid"`,
  ...MONTHS_AFTER.flatMap((months) => [
    `${sumOf(isOf(`active-${months}`))} as "active${months}"`,
    `${sumOf(isOf('signed-up'), isDue(months))} as "due${months}"`,
    `${sumOf(isOf(`active-${months}`), isDue(months))} as "kept${months}"`,
  ]),
  `${sumOf(isOf('event-covered'))} as "eventCovered"`,
  `${sumOf(isOf('went-on'))} as "wentOn"`,
].join(', ');

/** Parts that somebody came by, ascending. */
const BY_PART = `
  group by part having sum(memberships) filter (where ${isOf('signed-up')}) > 0
  order by part collate "C"`;

/**
 * Memberships by part and milestone; without a cut, one row. $1 and $2 are the regions whose cells are read and those that
 * they are asked for, side by side; $3 and $4 the period; $5 channel, $6 code and $7 campaign, null for any; $8, $9 and
 * $10 the last days of registration of which the day three, six and twelve months later has come.
 */
export const funnelSql = (by: FunnelCut | null): string => `
  select ${by === null ? 'null::text' : 'part'} as part, ${SUMS}
  from (
    select ${by === null ? 'null::text' : PARTS[by]} as part, cell.registered_on, cell.milestone, cell.memberships
    from unnest($1::text[], $2::text[]) as asked (key, region)
    join funnel_cell as cell
      on cell.region = asked.key and cell.registered_on between $3::date and $4::date
     and ($5::smallint is null or cell.channel = $5)
     and ($6::text is null or cell.channel_code = $6)
     and ($7::text is null or cell.campaign = $7)
  ) as cell
  ${by === null ? '' : BY_PART}`;
