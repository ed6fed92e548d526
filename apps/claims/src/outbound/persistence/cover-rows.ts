import type { Transaction } from '#libs/persistence';
import { partitionOf } from '#libs/messaging';
import { initialCover, type Cover } from '../../domain/cover/cover.js';
import { packCover, unpackCover, type StoredCover } from './cover-codec.js';

/** All that concerns a person lies in one partition number of every topic, so that number is what is locked. */
export const personLock = (personId: string): string => `person:${partitionOf(personId)}`;

const LOAD = 'select person_id, cover from person_cover where person_id = any($1::uuid[])';

const WRITE = `
  insert into person_cover (person_id, cover) select * from unnest($1::uuid[], $2::json[])
  on conflict (person_id) do update set cover = excluded.cover`;

const MEMBERS = `
  insert into member (membership_id, person_id) select * from unnest($1::uuid[], $2::uuid[])
  on conflict (membership_id) do nothing`;

/** The covers of the persons, by id; of whom nothing is known yet, the initial one. */
export const loadCovers = async (
  tx: Transaction,
  personIds: readonly string[],
): Promise<Map<string, Cover>> => {
  const rows = await tx.query<{ person_id: string; cover: StoredCover }>(LOAD, [personIds]);
  const known = new Map(rows.map(({ person_id, cover }) => [person_id, unpackCover(cover)]));
  return new Map(personIds.map((personId) => [personId, known.get(personId) ?? initialCover]));
};

/** Stores the covers as they are now. */
export const writeCovers = async (tx: Transaction, covers: ReadonlyMap<string, Cover>): Promise<void> => {
  if (covers.size === 0) return;
  const packed = [...covers.values()].map((cover) => JSON.stringify(packCover(cover)));
  await tx.query(WRITE, [[...covers.keys()], packed]);
};

/** Keeps whose memberships these are. */
export const writeMembers = async (tx: Transaction, personOf: ReadonlyMap<string, string>): Promise<void> => {
  if (personOf.size > 0) await tx.query(MEMBERS, [[...personOf.keys()], [...personOf.values()]]);
};
