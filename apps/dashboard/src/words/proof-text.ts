import type { Proof } from '../api/answers.js';
import { timeInJakarta } from '../format/days.js';
import type { Shown } from './shown.js';

/** `terbukti sampai 09.30.12 WIB`, or why it is not. */
export const proofText = (
  { proven, through, flaws, parked }: Pick<Proof, 'proven' | 'through' | 'flaws' | 'parked'>,
  { words, language, whole }: Shown,
): string => {
  if (proven && through !== null) return words.proof.proven(timeInJakarta(through, language));
  if (flaws.length > 0) return words.proof.differs(whole(flaws.length));
  return parked > 0 ? words.proof.parked(whole(parked)) : words.proof.notYet;
};
