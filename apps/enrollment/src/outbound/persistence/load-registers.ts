import type { Entries } from '../../domain/register/register.js';
import type { RegionChange } from '../../domain/region/region-change.js';
import type { Queries } from './queries.js';
import { channelsAbove, loadChannelsAbove } from './register-rows.js';
import { loadRegionChanges } from './region-change-rows.js';
import type { NamedSignUp, RegisterEntries } from './sign-ups-in-hand.js';

const REGISTERS = `
  select code, kind, entry from register
   where code = any($1::text[]) and kind in ('channel', 'agent', 'employer')`;

type RegisterRow = { readonly code: string } & (
  | { readonly kind: 'channel'; readonly entry: Entries['channel'] }
  | { readonly kind: 'agent'; readonly entry: Entries['agent'] }
  | { readonly kind: 'employer'; readonly entry: Entries['employer'] }
);

/** Most channels are a part of none. */
const loadParents = async (db: Queries, rows: readonly RegisterRow[]) => {
  const parts = rows.filter((row) => row.kind === 'channel' && row.entry.parent != null);
  return loadChannelsAbove(
    db,
    parts.map(({ code }) => code),
  );
};

const registersOf = (
  rows: readonly RegisterRow[],
  parents: ReadonlyMap<string, string | null>,
  changes: readonly RegionChange[],
): RegisterEntries => ({
  channelsAbove: (code) => channelsAbove(code, parents),
  regionChanges: new Map(changes.map((change) => [change.code, change])),
  channels: new Map(rows.flatMap((row) => (row.kind === 'channel' ? [[row.code, row.entry]] : []))),
  agents: new Map(rows.flatMap((row) => (row.kind === 'agent' ? [[row.code, row.entry]] : []))),
  employerSizes: new Map(
    rows.flatMap((row) => (row.kind === 'employer' ? [[row.code, row.entry.size ?? null]] : [])),
  ),
});

/** What the registers say of channels, agents and employers that the sign-ups name. */
export const loadRegisters = async (db: Queries, named: readonly NamedSignUp[]): Promise<RegisterEntries> => {
  const codes = named.flatMap(({ command: { data } }) => [
    data.channel.code,
    data.channel.agent ?? [],
    data.employer?.code ?? [],
  ]);
  const rows = await db.query<RegisterRow>(REGISTERS, [[...new Set(codes.flat())]]);
  return registersOf(rows, await loadParents(db, rows), await loadRegionChanges(db));
};
