import type { Day } from '#libs/kernel';

/** Those who were insured for an event, and what they did then. */
export interface EventCounts {
  readonly participants: number;
  /** Of these, with an ordinary membership as self-employed. */
  readonly signedUp: number;
  /** Of these, who paid themselves for days after the event. */
  readonly wentOn: number;
}

export type EventState = 'before' | 'running' | 'over';

/** The state of an event on a day. */
export const stateOn = (
  { from, through }: { readonly from: Day; readonly through: Day },
  day: Day,
): EventState => {
  if (day < from) return 'before';
  return day <= through ? 'running' : 'over';
};

const PART_OF_PERCENT = 10_000;

/** The share as it would be printed: cut to two decimals, never rounded up. `null` of nobody. */
export const percentText = (part: number, of: number): string | null => {
  if (of === 0) return null;
  const hundredths = Math.floor((part * PART_OF_PERCENT) / of);
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}%`;
};
