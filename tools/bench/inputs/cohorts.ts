import {
  CHANNEL_KINDS,
  OCCUPATION_GROUPS,
  PAYER_KINDS,
  SEGMENTS,
  type ChannelKind,
  type OccupationGroup,
  type PayerKind,
  type Segment,
} from '#libs/kernel';

/*
 * A country full of members, as formulas: what the cells of its figures hold is worked out of them in SQL, and once more
 * here, to say what the answers must be. How many join, and when, follows from village, terms and month.
 */

/** The year in which everybody joins. */
export const YEAR = 2025;
export const MONTHS = 12;

/** Under which terms a cohort counts, in the words of a question. */
interface Words {
  readonly segment: Segment;
  readonly channel: ChannelKind;
  readonly payer: PayerKind;
  /** Null where the sign-ups named none. */
  readonly occupation: OccupationGroup | null;
}

export interface Terms extends Words {
  /** The terms as reporting writes them. */
  readonly signature: string;
  /** SQL for the code of the channel, of a village `v`. */
  readonly code: string;
}

/** By their places in the lists; one bit for each programme and each group of occupations. */
const terms = (words: Words, programmes: number, code: string): Terms => {
  const { segment, channel, payer, occupation } = words;
  const packed =
    SEGMENTS.indexOf(segment) * 2 ** 30 +
    CHANNEL_KINDS.indexOf(channel) * 2 ** 25 +
    PAYER_KINDS.indexOf(payer) * 2 ** 22 +
    programmes * 2 ** 16 +
    (occupation === null ? 0 : 2 ** OCCUPATION_GROUPS.indexOf(occupation));
  return { ...words, signature: packed.toString(36), code };
};

/** Workers of firms; the self-employed by agents and by kiosks, and by banks those for whom a public budget pays. */
export const TERMS: readonly Terms[] = [
  terms(
    { segment: 'PU', channel: 'employer', payer: 'employer', occupation: null },
    0b11111,
    "'kantor-' || left(v.region, 5)",
  ),
  terms(
    { segment: 'BPU', channel: 'agent', payer: 'self', occupation: 'trade-and-food' },
    0b11,
    "'agen-' || v.number % 400",
  ),
  terms(
    { segment: 'BPU', channel: 'kiosk', payer: 'self', occupation: 'transport-and-delivery' },
    0b11,
    "'kios-' || v.number % 12",
  ),
  terms(
    { segment: 'BPU', channel: 'bank', payer: 'government', occupation: 'education-and-religion' },
    0b111,
    "'bank-' || v.number % 5",
  ),
];

/** How many join in village `number`, under terms `k`, in month `m`, all from 0. */
export const SIZE_SQL = '17 + (number * 7 + k * 3 + m) % 3';
const sizeOf = (number: number, k: number, m: number) => 17 + ((number * 7 + k * 3 + m) % 3);

/** How many days after the first of the month they join. */
export const DAY_SQL = '(number * 11 + k * 5 + m * 3) % 28';
const dayOf = (number: number, k: number, m: number) => (number * 11 + k * 5 + m * 3) % 28;

/** Who has joined by the end of a day of the year; all of them have paid for it. `counts` says under which terms. */
export const membersOn = (
  villages: readonly string[],
  region: string,
  day: string,
  counts: (terms: Terms) => boolean = () => true,
): number => {
  const [month, date] = [Number(day.slice(5, 7)) - 1, Number(day.slice(8)) - 1];
  let members = 0;
  for (const [number, village] of villages.entries()) {
    if (region !== 'ID' && !`${village}.`.startsWith(`${region}.`)) continue;
    for (const [k, each] of TERMS.entries()) {
      if (!counts(each)) continue;
      for (let m = 0; m <= month; m += 1)
        if (m < month || dayOf(number, k, m) <= date) members += sizeOf(number, k, m);
    }
  }
  return members;
};
