/** What lies on a service's own topics, in its own database, so that it can be put beside the table of its events. */
export const LOGGED = `
  create temporary table logged (
    topic text, partition integer, log_offset bigint, key text, event_id uuid, type text, subject text, sequence bigint,
    digest uuid
  )`;

const TOLD_COLUMNS = 'subject text, sequence bigint, log_offset bigint, at timestamptz, id text';

/** What the topics tell reporting, as they tell it: repeats and all. */
export const TOLD: readonly string[] = [
  `create temporary table told_registration (${TOLD_COLUMNS}, person uuid, membership uuid, region text,
     registered_on date, segment text, channel text)`,
  `create temporary table told_move (${TOLD_COLUMNS}, person uuid, effective_on date, region text)`,
  `create temporary table told_end (${TOLD_COLUMNS}, person uuid, membership uuid, ended_on date, died boolean)`,
  `create temporary table told_cover (${TOLD_COLUMNS}, person uuid, membership uuid, contribution uuid, segment text,
     payment text, months text[], days daterange, amounts jsonb)`,
  `create temporary table told_reversal (${TOLD_COLUMNS}, contribution uuid)`,
  `create temporary table told_money (${TOLD_COLUMNS}, claim uuid, disbursement uuid, programme text, benefit text,
     region text, rupiah bigint, moved_on date)`,
];

/** What was told, each thing once: of a subject's number the message that came first. */
export const ONCE: readonly string[] = ['registration', 'move', 'end', 'cover', 'reversal', 'money'].map(
  (what) => `
  create temporary table once_${what} as
    select distinct on (subject, sequence) * from told_${what} order by subject, sequence, log_offset`,
);
