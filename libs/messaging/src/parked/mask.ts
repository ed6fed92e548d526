/**
 * Sixteen digits or more, also in groups: a NIK, or something that could be taken for one. Before that what a field of
 * that name says to be a payment code, sixteen digits and no more.
 */
const DIGITS = /("paymentCode"\s*:\s*"?)(\d{16})(?![ .-]?\d)|\d(?:[ .-]?\d){15,}/g;
/** A digit as JSON may write it, too. */
const ESCAPED_DIGIT = /\\u003(\d)/gi;
const PLACEHOLDER = /\[nik-(\d{1,6})\]/g;

/** Sixteen digits that begin with the number of a province. No payment code does. */
const NIK = /(?<!\d)(?:1[1-9]|2[01]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{14}(?!\d)/g;

const isNik = (digits: string): boolean => digits.search(NIK) >= 0;

/** A message's key, by which people know it, without a NIK. */
export const shownKey = (key: Buffer | null): string | null => key?.toString().replace(NIK, '[nik]') ?? null;

/**
 * Hides numbers of persons, and what could be one, behind placeholders, the same number behind the same one, and puts them back: so that a
 * message can be corrected by somebody who may not see them.
 */
export class Mask {
  private readonly hidden: string[] = [];

  hide(text: string): string {
    return text
      .replace(ESCAPED_DIGIT, '$1')
      .replace(DIGITS, (run: string, field?: string, code?: string) =>
        field !== undefined && code !== undefined
          ? `${field}${isNik(code) ? this.placeholder(code) : code}`
          : this.placeholder(run),
      );
  }

  restore(text: string): string {
    return text.replace(PLACEHOLDER, (placeholder, number) => this.hidden[Number(number) - 1] ?? placeholder);
  }

  private placeholder(run: string): string {
    const known = this.hidden.indexOf(run);
    return `[nik-${known >= 0 ? known + 1 : this.hidden.push(run)}]`;
  }
}
