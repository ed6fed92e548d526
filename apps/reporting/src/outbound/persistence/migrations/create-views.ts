import { CHANNEL_KINDS } from '#libs/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MILESTONES, type Milestone } from '../../../domain/funnel/milestones.js';

/** A view, what it is for, and what its columns mean. */
interface View {
  readonly name: string;
  readonly comment: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly sql: string;
}

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

const REFERENCE_COLUMNS = {
  id: 'By which it is stated again.',
  version: 'Grows with each statement of other content; earlier ones stay readable over HTTP.',
  regions: 'Codes, joined by commas: those of a set are meant together.',
  recorded_at: 'When the version was recorded.',
};

const KIND_IS = {
  denominator: "kind = 'denominator'",
  target: "kind = 'target'",
  campaign: "kind = 'campaign'",
} as const;

/** The latest version of every reference of a kind. */
const latest = (kind: keyof typeof KIND_IS, fields: string) => `
    select distinct on (id) id, version,
           (select string_agg(code, ',' order by code) from json_array_elements_text(content -> 'regions') as code) as regions,
           ${fields}, recorded_at
    from reference where ${KIND_IS[kind]} order by id, version desc`;

const DENOMINATORS: View = {
  name: 'denominators',
  comment:
    'Published counts of people, in their latest versions. A ratio without its definition says nothing.',
  columns: {
    ...REFERENCE_COLUMNS,
    definition: 'Whom it counts, in the words of the publisher.',
    segment: 'Of people of this segment only; null: of any.',
    occupation: 'Of people of this occupation group only; null: of any.',
    people: 'How many there are.',
    as_of: 'The day that the count speaks about.',
    use: 'default: of rows of its regions; named: only for those who ask for it.',
    source: 'Where it was published.',
  },
  sql: latest(
    'denominator',
    `content ->> 'definition' as definition, content ->> 'segment' as segment, content ->> 'occupation' as occupation,
     (content ->> 'value')::bigint as people, (content ->> 'asOf')::date as as_of, content ->> 'use' as use,
     content ->> 'source' as source`,
  ),
};

const TARGETS: View = {
  name: 'targets',
  comment: 'Published aims, in their latest versions.',
  columns: {
    ...REFERENCE_COLUMNS,
    kind: 'coverage: a share of a denominator; stock: persons on a day; new: persons registered since from_day.',
    value: 'A share between 0 and 1, or persons.',
    base: 'The definition that a share was stated of.',
    segment: 'Of people of this segment only; null: of any.',
    from_day: 'Null: from the beginning.',
    through_day: 'The last day; null: without end.',
    publisher: 'Whose aim it is.',
    source: 'Where it was published.',
  },
  sql: latest(
    'target',
    `content ->> 'kind' as kind, (content ->> 'value')::numeric as value, content ->> 'base' as base,
     content ->> 'segment' as segment, (content ->> 'from')::date as from_day,
     (content ->> 'through')::date as through_day, content ->> 'publisher' as publisher, content ->> 'source' as source`,
  ),
};

const CAMPAIGNS: View = {
  name: 'campaigns',
  comment: 'Campaigns and events with the people whom they reached, in their latest versions.',
  columns: {
    ...REFERENCE_COLUMNS,
    channel: 'Kind of channel; null: any.',
    channel_code: 'The channel; null: any.',
    from_day: 'Null: from the beginning.',
    through_day: 'The last day; null: without end.',
    reached: 'People.',
  },
  sql: latest(
    'campaign',
    `content ->> 'channel' as channel, content ->> 'channelCode' as channel_code, (content ->> 'from')::date as from_day,
     (content ->> 'through')::date as through_day, (content ->> 'reached')::bigint as reached`,
  ),
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

const VIEWS = [COVERAGE_BY_MONTH, FUNNEL, BENEFITS, DENOMINATORS, TARGETS, CAMPAIGNS, FRESHNESS];

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
