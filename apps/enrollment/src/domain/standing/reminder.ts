import { addDays, addMonthsToDay, happened, ignored, type Day, type Outcome } from '#libs/kernel';
import { lastPaid, type PaidDays, type Standing } from './standing.js';

/** What a member, or who pays, should hear of before or after it is too late. */
export type ReminderKind =
  'due-soon' | 'sponsored-cover-ending' | 'in-arrears' | 'about-to-lapse' | 'event-ending' | 'cover-ended';

export interface Reminder {
  readonly kind: ReminderKind;
  /** The last paid day that it speaks of: one reminder of a kind for each. */
  readonly coveredThrough: Day;
}

/** From one day on, until the next phase begins, this is to be said. */
interface Phase {
  readonly from: Day;
  readonly kind: ReminderKind | null;
}

/** A week is one pay day of those who are paid by the week. */
const DUE_SOON_DAYS = 7;
/** Who was paid for needs longer: to decide, and to find out how to pay. */
const SPONSORED_ENDING_DAYS = 14;
const ABOUT_TO_LAPSE_DAYS = 14;
/** The last day of an event is known to all; on the day before, people are still there to be asked. */
const EVENT_ENDING_DAYS = 1;
/** A membership lapses on the first uncovered day plus three months (BPU: arrears count for three months). */
const LAPSE_MONTHS = 3;

/** Employers pay the month after, for all their workers; what they owe is a matter of their bill. */
const NOBODY_IS_TOLD: readonly Phase[] = [];

const phasesOf = ({ through: last, payer, isEventCover }: PaidDays): readonly Phase[] => {
  if (payer === 'employer') return NOBODY_IS_TOLD;
  const dayAfter = addDays(last, 1);
  if (isEventCover)
    return [
      { from: addDays(last, -EVENT_ENDING_DAYS), kind: 'event-ending' },
      { from: dayAfter, kind: 'cover-ended' },
      { from: addMonthsToDay(dayAfter, LAPSE_MONTHS), kind: null },
    ];
  const lapse = addMonthsToDay(dayAfter, LAPSE_MONTHS);
  const isOwn = payer === 'self';
  return [
    isOwn
      ? { from: addDays(last, -DUE_SOON_DAYS), kind: 'due-soon' }
      : { from: addDays(last, -SPONSORED_ENDING_DAYS), kind: 'sponsored-cover-ending' },
    { from: dayAfter, kind: isOwn ? 'in-arrears' : 'cover-ended' },
    { from: addDays(lapse, -ABOUT_TO_LAPSE_DAYS), kind: 'about-to-lapse' },
    { from: lapse, kind: null },
  ];
};

/** The end of a membership silences all but the word that event cover is over. */
const isSilent = ({ isEventCover }: PaidDays, endedOn: Day | null, today: Day) =>
  !isEventCover && endedOn !== null && endedOn <= today;

/** What is to be said today, and on which later day there is something new to be said. */
export interface Reminders {
  readonly due: Reminder | null;
  readonly nextOn: Day | null;
}

/**
 * Only the phase that today lies in speaks: who was not told in time is not told of what is past.
 * @param endedOn the first day on which the membership no longer is
 */
export const remindersOf = (standing: Standing, endedOn: Day | null, today: Day): Reminders => {
  const last = lastPaid(standing);
  if (last === null || isSilent(last, endedOn, today)) return { due: null, nextOn: null };
  const phases = phasesOf(last);
  const kind = phases.findLast(({ from }) => from <= today)?.kind ?? null;
  return {
    due: kind === null ? null : { kind, coveredThrough: last.through },
    nextOn: phases.find(({ from }) => from > today)?.from ?? null,
  };
};

/** Says what is due, once. */
export const decideReminder = ({ due }: Reminders, said: Reminder | null): Outcome<Reminder> => {
  if (due === null) return ignored('no-reminder-due');
  const isSaid = said?.kind === due.kind && said.coveredThrough === due.coveredThrough;
  return isSaid ? ignored('nothing-changes') : happened(due);
};
