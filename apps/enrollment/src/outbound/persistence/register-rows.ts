import type { Entry, RegisterKind } from '../../domain/register/register.js';
import type { Queries } from './queries.js';

/** An entry with how often something was said of it. */
export interface RegisterState {
  readonly code: string;
  readonly kind: RegisterKind;
  readonly entry: Entry;
  /** On the topic that the registers share, whose subjects are codes: counts what was said of a code in any of them. */
  readonly version: number;
  /** On the topic that keeps registers apart. */
  readonly entryVersion: number;
  readonly recordedAt: string;
}

const KNOWN = `
  select code, kind, entry, version, entry_version as "entryVersion", recorded_at as "recordedAt"
    from register where code = any($1::text[])`;

/** Under which an entry is found among those of its code. */
export const keyOf = ({ kind, code }: { readonly kind: RegisterKind; readonly code: string }) =>
  `${kind} ${code}`;

/** All that stands under the codes, in whichever register. */
export const loadEntries = async (
  db: Queries,
  codes: readonly string[],
): Promise<Map<string, RegisterState>> => {
  const rows = await db.query<Omit<RegisterState, 'recordedAt'> & { readonly recordedAt: Date }>(KNOWN, [
    codes,
  ]);
  return new Map(
    rows.map((row) => [keyOf(row), { ...row, recordedAt: row.recordedAt.toISOString() }] as const),
  );
};

const UPSERT = `
  insert into register (code, kind, entry, version, entry_version, recorded_at)
  select * from unnest($1::text[], $2::text[], $3::jsonb[], $4::integer[], $5::integer[], $6::timestamptz[])
  on conflict (code, kind) do update
     set entry = excluded.entry, version = excluded.version, entry_version = excluded.entry_version,
         recorded_at = excluded.recorded_at`;

/** Writes what changed. */
export const writeEntries = async (db: Queries, states: readonly RegisterState[]): Promise<void> => {
  if (states.length === 0) return;
  await db.query(UPSERT, [
    states.map(({ code }) => code),
    states.map(({ kind }) => kind),
    states.map(({ entry }) => JSON.stringify(entry)),
    states.map(({ version }) => version),
    states.map(({ entryVersion }) => entryVersion),
    states.map(({ recordedAt }) => recordedAt),
  ]);
};

const RESERVED = 'select code, reserved from budget where code = any($1::text[])';

/** Person-months that lists have taken, by sponsor. */
export const loadReserved = async (db: Queries, codes: readonly string[]): Promise<Map<string, number>> => {
  const rows = await db.query<{ code: string; reserved: number }>(RESERVED, [codes]);
  return new Map(rows.map(({ code, reserved }) => [code, reserved]));
};

const ABOVE = `
  with recursive above as (
    select code, entry->>'parent' as parent from register where kind = 'channel' and code = any($1::text[])
    union
    select r.code, r.entry->>'parent' from register r join above a on r.code = a.parent where r.kind = 'channel'
  )
  select code, parent from above`;

/** The channels above one, the nearest first. */
export const channelsAbove = (
  code: string,
  parents: ReadonlyMap<string, string | null>,
): readonly string[] => {
  const above: string[] = [];
  for (let next = parents.get(code); next != null; next = parents.get(next)) above.push(next);
  return above;
};

/** The channels of the codes and all above them, each with the one that it is a part of. */
export const loadChannelsAbove = async (
  db: Queries,
  codes: readonly string[],
): Promise<Map<string, string | null>> => {
  if (codes.length === 0) return new Map();
  const rows = await db.query<{ code: string; parent: string | null }>(ABOVE, [codes]);
  return new Map(rows.map(({ code, parent }) => [code, parent]));
};
