/**
 * How far a membership came, each milestone by itself: signed up; paid for once, by a contribution that was not reversed; covered
 * on the same day three, six and twelve months after it was registered; covered for an event; paid for by the person, after
 * an event, for days behind it. Positions are stored: append only.
 */
export const MILESTONES = [
  'signed-up',
  'first-paid',
  'active-3',
  'active-6',
  'active-12',
  'event-covered',
  'went-on',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** After how many months it is looked whether a membership is still covered. */
export const MONTHS_AFTER = [3, 6, 12] as const;
export type MonthsAfter = (typeof MONTHS_AFTER)[number];
