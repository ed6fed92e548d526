/**
 * Sixteen digits in a row are a NIK, a payment code or a card. Numbers of JSON are told apart from digits in a text, so
 * that the line stays JSON: what follows a decimal point is left alone, a number of that length becomes nought.
 */
const DIGITS =
  /(?<=[:,[]-?)(\d{1,15}\.\d+(?:e[+-]?\d+)?)(?=[,}\]])|(?<=[:,[]-?)(\d{16,}(?:\.\d+)?(?:e[+-]?\d+)?)(?=[,}\]])|\d{16,}/gi;
/** A JSON Web Token, whole or cut. */
const TOKEN = /eyJ[\w-]{5,}(?:\.[\w-]*){0,2}/g;
/** The value of a query parameter. */
const QUERY_VALUE = /([?&][\w.[\]%-]{1,60}=)[^&\s"\\#]+/g;
/** The password in an address of a database. */
const PASSWORD = /(:\/\/[^\s:/@"\\]*:)[^\s@"\\]+@/g;

const MASK = '[masked]';

const maskDigits = (_run: string, fraction: string | undefined, whole: string | undefined): string => {
  if (fraction !== undefined) return fraction;
  return whole === undefined ? MASK : '0';
};

/** A log line without what no log may hold, however it got in; what was JSON is JSON still. */
export const mask = (line: string): string =>
  line
    .replace(PASSWORD, `$1${MASK}@`)
    .replace(QUERY_VALUE, `$1${MASK}`)
    .replace(TOKEN, MASK)
    .replace(DIGITS, maskDigits);
