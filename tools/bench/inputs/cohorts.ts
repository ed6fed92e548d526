import { CHANNEL_KINDS, SEGMENTS, type ChannelKind, type Segment } from '#libs/kernel';

/*
 * A country full of members, as formulas: what the cells of its figures hold is worked out of them in SQL, and once more
 * here, to say what the answers must be. How many join, and when, follows from village, terms and month.
 */

/** The year in which everybody joins. */
export const YEAR = 2025;
export const MONTHS = 12;

/** Under which terms a cohort counts. */
export interface Terms {
  readonly segment: Segment;
  /** The terms as reporting writes them. */
  readonly signature: string;
  /** SQL for the code of the channel, of a village `v`. */
  readonly code: string;
}

/** Payers and programmes by their places: 0 oneself, 1 the employer; one bit for each programme. */
const terms = (segment: Segment, channel: ChannelKind, payer: number, programmes: number, code: string) => {
  const [segmentAt, channelAt] = [SEGMENTS.indexOf(segment), CHANNEL_KINDS.indexOf(channel)];
  const packed = segmentAt * 2 ** 30 + channelAt * 2 ** 25 + payer * 2 ** 22 + programmes * 2 ** 16;
  return { segment, signature: packed.toString(36), code };
};

/** Workers of firms; the self-employed by agents, by kiosks and by banks. */
export const TERMS: readonly Terms[] = [
  terms('PU', 'employer', 1, 0b11111, "'kantor-' || left(v.region, 5)"),
  terms('BPU', 'agent', 0, 0b11, "'agen-' || v.number % 400"),
  terms('BPU', 'kiosk', 0, 0b11, "'kios-' || v.number % 12"),
  terms('BPU', 'bank', 0, 0b111, "'bank-' || v.number % 5"),
];

/** How many join in village `number`, under terms `k`, in month `m`, all from 0. */
export const SIZE_SQL = '17 + (number * 7 + k * 3 + m) % 3';
const sizeOf = (number: number, k: number, m: number) => 17 + ((number * 7 + k * 3 + m) % 3);

/** How many days after the first of the month they join. */
export const DAY_SQL = '(number * 11 + k * 5 + m * 3) % 28';
const dayOf = (number: number, k: number, m: number) => (number * 11 + k * 5 + m * 3) % 28;

/** Who has joined by the end of a day of the year; all of them have paid for it. */
export const membersOn = (villages: readonly string[], region: string, day: string): number => {
  const [month, date] = [Number(day.slice(5, 7)) - 1, Number(day.slice(8)) - 1];
  let members = 0;
  for (const [number, village] of villages.entries()) {
    if (region !== 'ID' && !`${village}.`.startsWith(`${region}.`)) continue;
    for (let k = 0; k < TERMS.length; k += 1)
      for (let m = 0; m <= month; m += 1)
        if (m < month || dayOf(number, k, m) <= date) members += sizeOf(number, k, m);
  }
  return members;
};
