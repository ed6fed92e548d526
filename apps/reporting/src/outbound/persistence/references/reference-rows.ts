import type { Transaction } from '#libs/persistence';
import type { ReferenceKind } from '../../../domain/references/references.js';
import type { KeptReference } from '../../../use-cases/reference-ledger.js';

export const REFERENCE_COLUMNS = 'kind, id, version, content, recorded_at';

export interface ReferenceRow {
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly version: number;
  readonly content: KeptReference['content'];
  readonly recorded_at: Date;
}

/** A row as the use cases know it. A row's kind and content belong together, as they were written. */
export const keptOf = ({ recorded_at, ...row }: ReferenceRow): KeptReference =>
  ({ ...row, recordedAt: recorded_at.toISOString() }) as KeptReference;

/** One text for each reference. */
export const nameOf = ({ kind, id }: { readonly kind: ReferenceKind; readonly id: string }): string =>
  `${kind} ${id}`;

const LATEST = `
  select distinct on (kind, id) ${REFERENCE_COLUMNS} from reference
  join unnest($1::text[], $2::text[]) as asked (kind, id) using (kind, id)
  order by kind, id, version desc`;

const INSERT = `
  insert into reference (${REFERENCE_COLUMNS})
  select stated.kind, stated.id, stated.version, stated.content, stated.recorded_at
  from unnest($1::text[], $2::text[], $3::integer[], $4::json[], $5::timestamptz[])
    with ordinality as stated (kind, id, version, content, recorded_at, place)
  order by stated.place`;

/** The latest versions of these references, by name. */
export const loadLatest = async (
  tx: Transaction,
  asked: readonly { readonly kind: ReferenceKind; readonly id: string }[],
): Promise<Map<string, KeptReference>> => {
  const rows = await tx.query<ReferenceRow>(LATEST, [
    asked.map(({ kind }) => kind),
    asked.map(({ id }) => id),
  ]);
  return new Map(rows.map((row) => [nameOf(row), keptOf(row)]));
};

/** Adds versions, in order: later ones get higher positions. */
export const insertVersions = async (
  tx: Transaction,
  references: readonly KeptReference[],
): Promise<void> => {
  if (references.length === 0) return;
  await tx.query(INSERT, [
    references.map(({ kind }) => kind),
    references.map(({ id }) => id),
    references.map(({ version }) => version),
    references.map(({ content }) => JSON.stringify(content)),
    references.map(({ recordedAt }) => recordedAt),
  ]);
};
