import type { Transaction } from '#libs/persistence';
import type { PersonHistory } from '../../domain/coverage/history.js';
import { decodeHistory } from './decode-history.js';
import { encodeHistory } from './encode-history.js';

const LOAD = 'select person_id, history from person_state where person_id = any($1::uuid[])';

/** $2 holds all histories one behind the other, $3 where each begins and $4 how long it is. */
const STORE = `
  insert into person_state (person_id, history)
  select person_id, substring($2::bytea from starts for length)
  from unnest($1::uuid[], $3::integer[], $4::integer[]) as each (person_id, starts, length)
  on conflict (person_id) do update set history = excluded.history`;

/** The histories of these persons, by id; of whom nothing was told yet is not among them. */
export const loadHistories = async (
  tx: Transaction,
  personIds: readonly string[],
): Promise<Map<string, PersonHistory>> => {
  const rows = await tx.query<{ person_id: string; history: Buffer }>(LOAD, [personIds]);
  return new Map(rows.map(({ person_id: personId, history }) => [personId, decodeHistory(history)]));
};

/**
 * Stores histories. They go as one value: the driver writes each value of a list of bytes as text, twice as long, and
 * the server reads it back.
 */
export const storeHistories = async (
  tx: Transaction,
  histories: readonly (readonly [personId: string, history: PersonHistory])[],
): Promise<void> => {
  if (histories.length === 0) return;
  const encoded = histories.map(([, history]) => encodeHistory(history));
  const starts: number[] = [];
  let start = 1;
  for (const { length } of encoded) {
    starts.push(start);
    start += length;
  }
  await tx.query(STORE, [
    histories.map(([personId]) => personId),
    Buffer.concat(encoded),
    starts,
    encoded.map(({ length }) => length),
  ]);
};
