/**
 * Which questions a cell answers. Persons of a day who came by one channel code alone (nearly all) are counted once for
 * both questions, how many there are and how many came by the code: that halves what is written. The others are counted
 * once for everybody, and once for each of their codes. Persons who joined have segments for codes.
 */
export type Scope = string;

const ALONE = '=';
const AMONG = '+';

/** Counts for everybody, and for nothing else. */
export const EVERYBODY: Scope = '';
/** Counts for everybody and for the code. */
export const aloneIn = (code: string): Scope => ALONE + code;
/** Counts for the code, not for everybody. */
export const among = (code: string): Scope => AMONG + code;

/** Whether a cell with this scope counts for everybody. */
export const isForEverybody = (scope: Scope): boolean => scope === EVERYBODY || scope.startsWith(ALONE);

/** The code that a cell with this scope counts for, if it does for one. */
export const codeOf = (scope: Scope): string | null => (scope === EVERYBODY ? null : scope.slice(1));
