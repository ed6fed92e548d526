import type { Queries } from './queries.js';

const NOTE = 'insert into personal_data_use (person_id, used_at, what, actor) values ($1, $2, $3, $4)';

/** Something that somebody did with a person's data. */
export interface PersonalDataUse {
  /** `null` where a number was looked up that nobody has. */
  readonly personId: string | null;
  readonly at: string;
  readonly what: 'erased' | 'shown' | 'contact-shown' | 'looked-up' | 'reviewed';
  readonly actor: string;
}

/** Puts a use of personal data on record. */
export const noteUse = async (db: Queries, { personId, at, what, actor }: PersonalDataUse): Promise<void> => {
  await db.query(NOTE, [personId, at, what, actor]);
};
