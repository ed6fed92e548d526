import { happened, refused, type Outcome } from '#libs/kernel';

/** How often somebody has looked people up lately. */
export interface Looks {
  readonly inLastHour: number;
  readonly inLastDay: number;
}

/** A counter serves some forty people an hour. Whoever asks for more is going through numbers. */
export const LOOKS_AN_HOUR_MAX = 60;
/** A full day at the counter. */
export const LOOKS_A_DAY_MAX = 300;

/** May this officer look once more? */
export const decideLook = ({ inLastHour, inLastDay }: Looks): Outcome<{ readonly type: 'Looked' }> =>
  inLastHour < LOOKS_AN_HOUR_MAX && inLastDay < LOOKS_A_DAY_MAX
    ? happened({ type: 'Looked' })
    : refused('too-many-requests');
