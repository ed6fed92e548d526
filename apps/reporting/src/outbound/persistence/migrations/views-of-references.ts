/** A view, what it is for, and what its columns mean. */
export interface View {
  readonly name: string;
  readonly comment: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly sql: string;
}

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

/** What references are read by. */
export const REFERENCE_VIEWS: readonly View[] = [DENOMINATORS, TARGETS, CAMPAIGNS];
