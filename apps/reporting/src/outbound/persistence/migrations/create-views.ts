import { CHANNEL_KINDS } from '#libs/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MILESTONES, type Milestone } from '../../../domain/funnel/milestones.js';
import { REFERENCE_VIEWS, type View } from './views-of-references.js';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

const REGION = 'Kemendagri code with dots; ID: the country; unmapped: no valid residence is known.';

const COVERAGE_BY_MONTH: View = {
  name: 'coverage_by_month',
  comment:
    'Persons on the last day of a month, each once, as known now, at every level. A month without a row is as the one ' +
    'before. Months to come count what is paid already. Figures of few persons are for authorised eyes only.',
  columns: {
    region: REGION,
    measure: 'registered or active: see the glossary.',
    month_end: 'The day that the figure is about.',
    persons: 'Persons on that day.',
    change: 'By how many they are more (or fewer) than in the last month with a row.',
  },
  sql: `
    select region, measure, (month + interval '1 month' - interval '1 day')::date as month_end,
           sum(change) over (partition by region, measure order by month)::bigint as persons, change
    from (
      select region, case when measure = 0 then 'registered' else 'active' end as measure, month,
             sum(persons)::bigint as change
      from coverage_month
      where measure in (0, 1, 3) and (scope = '' or (scope >= '=' and scope < '>'))
      group by 1, 2, 3 having sum(persons) <> 0
    ) as changed`,
};

const counted = (milestone: Milestone, name: string) =>
  `coalesce(sum(memberships) filter (where milestone = ${MILESTONES.indexOf(milestone)}), 0)::bigint as ${name}`;

const KINDS = CHANNEL_KINDS.map((kind) => `'${kind}'`).join(', ');

const FUNNEL: View = {
  name: 'funnel',
  comment:
    'Memberships by where, when and how they began and how far they came, as known now. Rows of a region hold those of ' +
    'the regions within it: add up rows of one level only (villages, regencies or the country).',
  columns: {
    region: `Where the person lived on the day of registration. ${REGION}`,
    registered_on: 'Day of registration.',
    channel: 'Kind of channel.',
    channel_code: 'The channel.',
    campaign: 'The campaign or event, if by one.',
    signed_up: 'Memberships.',
    first_paid: 'Of these, with a contribution that was not reversed.',
    active_after_3: 'Of these, covered on the same day three months later.',
    active_after_6: 'Of these, covered on the same day six months later.',
    active_after_12: 'Of these, covered on the same day twelve months later.',
    event_covered: 'Of these, covered for an event.',
    went_on: 'Of these, whose person has paid for days behind the event.',
  },
  sql: `
    select region, registered_on, (array[${KINDS}])[channel + 1] as channel, channel_code,
           nullif(campaign, '') as campaign,
           ${counted('signed-up', 'signed_up')}, ${counted('first-paid', 'first_paid')},
           ${counted('active-3', 'active_after_3')}, ${counted('active-6', 'active_after_6')},
           ${counted('active-12', 'active_after_12')}, ${counted('event-covered', 'event_covered')},
           ${counted('went-on', 'went_on')}
    from funnel_cell
    group by region, registered_on, channel, channel_code, campaign
    having sum(memberships) filter (where milestone = ${MILESTONES.indexOf('signed-up')}) > 0`,
};

const BENEFITS: View = {
  name: 'benefits',
  comment: 'Benefits paid less benefits returned, by the Jakarta day on which money moved.',
  columns: {
    region: `Where the person lived, as the payment states it. ${REGION}`,
    programme: 'JKK, JKM, JHT, JP or JKP.',
    benefit: 'The public class of the benefit.',
    moved_on: 'Day of payment or return.',
    amount_rupiah: 'Whole rupiah; below 0 where more came back than was paid.',
    claims: 'Claims on which money moved that day.',
  },
  sql: `
    select coalesce(region, 'unmapped') as region, programme, benefit, moved_on,
           sum(amount_rupiah)::bigint as amount_rupiah, count(distinct claim_id) as claims
    from benefit_fact group by 1, 2, 3, 4`,
};

const FRESHNESS: View = {
  name: 'freshness',
  comment: 'How far the figures are: one row. Whether reading goes on is told by GET /v1/freshness.',
  columns: {
    recorded_through: 'Everything recorded up to then that had arrived is in.',
    applied: 'Events in the figures, each once.',
    lag_ms: 'How long what arrived last took until it was in the figures.',
  },
  sql: 'select recorded_through, applied, lag_ms from roll_up where only_one',
};

const VIEWS = [COVERAGE_BY_MONTH, FUNNEL, BENEFITS, ...REFERENCE_VIEWS, FRESHNESS];

/** Views for the tools of others, in a schema of their own: nobody needs to know how figures are kept. */
export class CreateViews1700000006000 implements MigrationInterface {
  readonly name = 'CreateViews1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema figures');
    await runner.query(
      `comment on schema figures is ${quoted('Figures for reading: views without any person.')}`,
    );
    for (const { name, comment, columns, sql } of VIEWS) {
      await runner.query(`create view figures.${name} as ${sql}`);
      await runner.query(`comment on view figures.${name} is ${quoted(comment)}`);
      for (const [column, meaning] of Object.entries(columns))
        await runner.query(`comment on column figures.${name}.${column} is ${quoted(meaning)}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema figures cascade');
  }
}
