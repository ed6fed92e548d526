import type { Entries } from '../../domain/register/register.js';
import type { RegionChange } from '../../domain/region/region-change.js';
import type { Queries } from './queries.js';
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

const registersOf = (rows: readonly RegisterRow[], changes: readonly RegionChange[]): RegisterEntries => ({
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
  return registersOf(rows, await loadRegionChanges(db));
};
