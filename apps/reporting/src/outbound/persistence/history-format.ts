/*
 * A person's history as one compact value: about 50 bytes for a contribution, a tenth of what JSON would need.
 * Layout: version; ids, then texts, each listed once and referred to by place; streams with their last sequence; facts,
 * each with its time as the difference from the fact before.
 */

/** Written first, so that a later layout can be told from this one. */
export const HISTORY_VERSION = 3;
/** Its registrations did not say by which campaign somebody came. */
export const VERSION_WITHOUT_CAMPAIGNS = 1;
/** The last whose registrations did not say what the channel is a part of. */
export const VERSION_WITHOUT_CHANNELS_ABOVE = 2;

/** The kinds of facts by the number that stands for them: append only. */
export const FACT_KINDS = ['registered', 'moved', 'changed', 'ended', 'paid', 'reversed'] as const;

/** How many characters of a stream are its topic and kind of subject; an id follows. */
export const STREAM_KIND_CHARACTERS = 3;

/** Stands for a value that is missing; others are written one higher. */
export const NONE = 0;
