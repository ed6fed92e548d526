import type { Proof } from '../api/answers.js';
import { momentInJakarta } from '../format/days.js';
import type { Shown } from './shown.js';

/** `terbukti sampai 09.30.12 WIB`, with the day where that is not today; or why it is not. */
export const proofText = (
  { proven, through, flaws, parked }: Pick<Proof, 'proven' | 'through' | 'flaws' | 'parked'>,
  { words, language, whole }: Shown,
  today: string | null,
): string => {
  if (proven && through !== null) return words.proof.proven(momentInJakarta(through, today, language));
  if (flaws.length > 0) return words.proof.differs(whole(flaws.length));
  return parked > 0 ? words.proof.parked(whole(parked)) : words.proof.notYet;
};
