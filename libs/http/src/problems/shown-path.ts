/** What stands for the name of a field that is not shown. */
export const HIDDEN = '…';

/** No more than four digits in a row: they could be part of somebody's number. */
const NAME = /^(?!.*\d{5})[A-Za-z_][\w-]*$/;
const NAME_MAX = 64;
/** A place in a list of at most a million rows. */
const PLACE = /^\d{1,7}$/;

const isShown = (segment: string): boolean =>
  segment.length <= NAME_MAX && (NAME.test(segment) || PLACE.test(segment));

/**
 * The dotted path of a field as it may be said to whoever asked. A name that only the request knows may be anything, such
 * as somebody's number in the place of a field: what does not look like the name of a field is not said again.
 */
export const shownPath = (path: string): string =>
  path
    .split('.')
    .map((segment) => (isShown(segment) ? segment : HIDDEN))
    .join('.');
