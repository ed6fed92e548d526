import type { Database, Transaction } from '#libs/persistence';
import type { ParkedCipher } from '../consume/parked-cipher.js';
import { storedBytes } from './stored-content.js';

/** As many as a transaction rewrites without others noticing. */
const SEALED_AT_ONCE = 1_000;

const UNSEALED = `
  select id::text, key, corrected_key as "correctedKey" from parked_message
   where encrypted and not key_sealed order by id limit ${SEALED_AT_ONCE} for update`;

const SEAL = `
  update parked_message as mine
     set key = given.key, key_token = given.key_token, corrected_key = given.corrected_key, key_sealed = true
    from unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bytea[]) as given (id, key, key_token, corrected_key)
   where mine.id = given.id`;

const HOLD = `
  insert into held_key (consumer, topic, partition, key_token)
  select distinct consumer, topic, partition, key_token from parked_message
   where id = any($1::bigint[]) and status = 'waiting' and key_token is not null
  on conflict do nothing`;

interface Unsealed {
  readonly id: string;
  readonly key: Buffer | null;
  readonly correctedKey: Buffer | null;
}

const sealSome = async (tx: Transaction, cipher: ParkedCipher): Promise<number> => {
  const rows = await tx.query<Unsealed>(UNSEALED);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await tx.query(SEAL, [
    ids,
    rows.map(({ key }) => storedBytes(key, cipher)),
    rows.map(({ key }) => key && cipher.tokenOf(key)),
    rows.map(({ correctedKey }) => storedBytes(correctedKey, cipher)),
  ]);
  await tx.query(HOLD, [ids]);
  return rows.length;
};

/** Seals the keys of what was parked when they still were kept as they came, before anything reads them. */
export const sealKeys = async (database: Database, cipher: ParkedCipher): Promise<void> => {
  for (let sealed = SEALED_AT_ONCE; sealed === SEALED_AT_ONCE;)
    sealed = await database.transaction((tx) => sealSome(tx, cipher));
};
