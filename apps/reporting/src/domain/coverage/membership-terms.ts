import { NEVER, type DayNumber } from './day-number.js';
import type { Changed, Registered } from './fact.js';
import type { Mask, Place } from './terms.js';

/** The terms of a membership that can change, over the days `from` … `end` (not included). */
export interface TermsPiece {
  readonly from: DayNumber;
  readonly end: DayNumber;
  readonly segment: Place;
  readonly programmes: Mask;
  readonly payer: Place;
  readonly groups: Mask;
}

const whole = ({ segment, programmes, payer, groups }: Registered): TermsPiece => ({
  from: -NEVER,
  end: NEVER,
  segment,
  programmes,
  payer,
  groups,
});

const changed = (piece: TermsPiece, change: Changed, from: DayNumber): TermsPiece => ({
  from,
  end: NEVER,
  segment: change.segment ?? piece.segment,
  programmes: change.programmes ?? piece.programmes,
  payer: change.payer ?? piece.payer,
  groups: change.groups ?? piece.groups,
});

/**
 * The terms of a registered membership over all days, oldest first. The registration states everything from
 * `registeredOn` on; each change (in order of its day) holds from its own. What is in force on `registeredOn` held before
 * it, too: cover may begin earlier.
 */
export const piecesOf = (registered: Registered, changes: readonly Changed[]): readonly TermsPiece[] => {
  const pieces = [whole(registered)];
  for (const change of changes) {
    if (change.effectiveOn < registered.registeredOn) continue;
    const last = pieces.pop()!;
    const from = change.effectiveOn === registered.registeredOn ? -NEVER : change.effectiveOn;
    if (last.from < from) pieces.push({ ...last, end: from });
    pieces.push(changed(last, change, from));
  }
  return pieces;
};
