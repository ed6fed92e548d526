/** Sixteen digits or more, also in groups: a NIK, or something that could be taken for one. */
const DIGITS = /\d(?:[ .-]?\d){15,}/g;
/** A digit as JSON may write it, too. */
const ESCAPED_DIGIT = /\\u003(\d)/gi;
const PLACEHOLDER = /\[nik-(\d{1,6})\]/g;

/** Sixteen digits that begin with the number of a province. No payment code does. */
const NIK = /(?<!\d)(?:1[1-9]|2[01]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{14}(?!\d)/g;

/** A message's key, by which people know it, without a NIK. */
export const shownKey = (key: Buffer | null): string | null => key?.toString().replace(NIK, '[nik]') ?? null;

/**
 * Hides numbers of persons behind placeholders, the same number behind the same one, and puts them back: so that a
 * message can be corrected by somebody who may not see them.
 */
export class Mask {
  private readonly hidden: string[] = [];

  hide(text: string): string {
    return text.replace(ESCAPED_DIGIT, '$1').replace(DIGITS, (run) => `[nik-${this.numberOf(run)}]`);
  }

  restore(text: string): string {
    return text.replace(PLACEHOLDER, (placeholder, number) => this.hidden[Number(number) - 1] ?? placeholder);
  }

  private numberOf(run: string): number {
    const known = this.hidden.indexOf(run);
    return known >= 0 ? known + 1 : this.hidden.push(run);
  }
}
