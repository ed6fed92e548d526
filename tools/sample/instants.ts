import { addDays, daysBetween, type Day } from '#libs/kernel';

/** An instant of the story: whole seconds since 1970, UTC. */
export type Seconds = number;

/** The day that the story ends on and that its figures speak about. */
export const STORY_DAY: Day = '2024-12-17';
/** All who are active when the story ends signed up from here on; who came earlier is long gone. */
export const STORY_BEGINS_ON: Day = '2022-09-01';

const JAKARTA_OFFSET_SECONDS = 7 * 3_600;
const DAY_SECONDS = 86_400;

/** A story has few days and asks for them again and again: what was worked out once is kept. */
const kept = <Key, Value>(work: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = work(key);
    known.set(key, value);
    return value;
  };
};

const midnightOf = kept(
  (day: Day): Seconds => Date.parse(`${day}T00:00:00Z`) / 1_000 - JAKARTA_OFFSET_SECONDS,
);
const dayNumbered = kept((number: number): Day => addDays('1970-01-01', number));

/** The instant at a time of day in Jakarta. */
export const inJakarta = (day: Day, hour: number, minute = 0, second = 0): Seconds =>
  midnightOf(day) + hour * 3_600 + minute * 60 + second;

/** Nothing of the story is recorded after this instant. */
export const STORY_ENDS_AT: Seconds = inJakarta(STORY_DAY, 17);

/** The Jakarta day that an instant lies in. */
export const dayOf = (at: Seconds): Day =>
  dayNumbered(Math.floor((at + JAKARTA_OFFSET_SECONDS) / DAY_SECONDS));

/** As people in Jakarta write it: `2024-12-17T09:30:00+07:00`. */
export const jakartaText = (at: Seconds): string =>
  `${new Date((at + JAKARTA_OFFSET_SECONDS) * 1_000).toISOString().slice(0, 19)}+07:00`;

/** As `ce_time` has it: UTC with milliseconds. */
export const utcText = (at: Seconds): string => new Date(at * 1_000).toISOString();

/** The day at `share` (0 to 1) of the way from one day to another, both included. */
export const dayBetween = (from: Day, through: Day, share: number): Day =>
  addDays(from, Math.min(daysBetween(from, through), Math.floor(share * (daysBetween(from, through) + 1))));
