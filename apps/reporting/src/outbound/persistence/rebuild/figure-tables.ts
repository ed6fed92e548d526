/** A table of the figures that is compared row by row: its key, and what it counts. */
export interface ComparedTable {
  readonly table: string;
  readonly key: readonly string[];
  readonly counts: string;
}

/** The cells that figures are read from, and the count of what was taken. */
export const COMPARED_TABLES: readonly ComparedTable[] = [
  {
    table: 'coverage_cell',
    key: ['measure', 'region', 'scope', 'known_on', 'effective_on', 'signature', 'cause'],
    counts: 'persons',
  },
  {
    table: 'coverage_day',
    key: ['measure', 'region', 'scope', 'effective_on', 'signature'],
    counts: 'persons',
  },
  { table: 'coverage_month', key: ['measure', 'region', 'scope', 'month', 'signature'], counts: 'persons' },
  {
    table: 'funnel_cell',
    key: ['region', 'registered_on', 'channel', 'channel_code', 'campaign', 'milestone'],
    counts: 'memberships',
  },
  { table: 'reading', key: ['topic', 'partition'], counts: 'events' },
];

/** What batches leave behind waits here until it is added up: empty whenever figures are compared or change places. */
export const WAITING_TABLES = ['step_batch', 'funnel_batch'];

/** The tables of one version of the figures: they follow from the log alone, and change places together. */
export const FIGURE_TABLES = [
  'person_state',
  ...WAITING_TABLES,
  ...COMPARED_TABLES.map(({ table }) => table),
];
