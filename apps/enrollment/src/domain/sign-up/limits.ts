/** The self-employed join before they turn 65 (conditions of membership for BPU). */
export const BPU_AGE_LIMIT_YEARS = 65;

/** No lower limit is published; BPS counts the working population from 15 on, and coverage is measured against it. */
export const LEAST_WORKING_AGE_YEARS = 15;

/** The lowest monthly income that a self-employed person may declare: the basis of the first bracket. */
export const LEAST_BPU_INCOME_RUPIAH = 1_000_000;

/** A member may register two jobs (conditions of membership for BPU). */
export const JOBS_MAX = 2;

/** Event cover is for a contest; what lasts longer than a year is work and needs an ordinary membership. */
export const EVENT_COVER_DAYS_MAX = 366;
