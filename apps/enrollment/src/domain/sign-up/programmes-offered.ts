import type { Day, Programme, Segment } from '#libs/kernel';

export const EMPLOYER_SIZES = ['micro', 'small', 'medium', 'large'] as const;
/** Size of an employer by capital or yearly sales (PP 7/2021). */
export type EmployerSize = (typeof EMPLOYER_SIZES)[number];

interface Offer {
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  /** The first day on which one could join with this set. */
  readonly from: Day;
  /** Employers of these sizes meet their obligation with it (Perpres 109/2013, article 6); none named: all. */
  readonly employerSizes?: readonly EmployerSize[];
}

/** BPJS Ketenagakerjaan took up its work with JKK, JKM and JHT (UU 24/2011). */
const FIRST_DAY = '2014-01-01';
/** Pensions began (PP 45/2015). */
const PENSION_FROM = '2015-07-01';
/** Cover for job loss began (PP 37/2021). */
const JOB_LOSS_FROM = '2021-02-02';
/** Migrant workers were taken over from private insurers. */
const MIGRANTS_FROM = '2017-08-01';

/** The sets of programmes that a segment offers. JHT alone is none of them, and JP and JKP are for wage earners. */
const OFFERS: readonly Offer[] = [
  { segment: 'BPU', programmes: ['JKK', 'JKM'], from: FIRST_DAY },
  { segment: 'BPU', programmes: ['JKK', 'JKM', 'JHT'], from: FIRST_DAY },
  { segment: 'PU', programmes: ['JKK', 'JKM'], from: FIRST_DAY, employerSizes: ['micro'] },
  { segment: 'PU', programmes: ['JKK', 'JKM', 'JHT'], from: FIRST_DAY, employerSizes: ['micro', 'small'] },
  { segment: 'PU', programmes: ['JKK', 'JKM', 'JHT', 'JP'], from: PENSION_FROM },
  { segment: 'PU', programmes: ['JKK', 'JKM', 'JHT', 'JP', 'JKP'], from: JOB_LOSS_FROM },
  { segment: 'JAKON', programmes: ['JKK', 'JKM'], from: FIRST_DAY },
  { segment: 'PMI', programmes: ['JKK', 'JKM'], from: MIGRANTS_FROM },
  { segment: 'PMI', programmes: ['JKK', 'JKM', 'JHT'], from: MIGRANTS_FROM },
];

const isSameSet = (a: readonly Programme[], b: readonly Programme[]) =>
  a.length === b.length && a.every((programme) => b.includes(programme));

/**
 * Whether one may join the segment with just these programmes on the day. An employer whose size nobody recorded
 * may choose any set that wage earners have.
 */
export const isOffered = (
  segment: Segment,
  programmes: readonly Programme[],
  on: Day,
  employerSize: EmployerSize | null,
): boolean =>
  OFFERS.some(
    (offer) =>
      offer.segment === segment &&
      offer.from <= on &&
      isSameSet(offer.programmes, programmes) &&
      (employerSize === null ||
        offer.employerSizes === undefined ||
        offer.employerSizes.includes(employerSize)),
  );
