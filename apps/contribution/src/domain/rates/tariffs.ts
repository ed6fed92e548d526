import type { PayerKind, Programme } from '#libs/kernel';
import { BPU_BRACKETS_2015, type BpuBracket } from './bpu-brackets.js';
import type { Effective } from './effective.js';
import type { Sector } from './sectors.js';

/** The contribution table of the self-employed (BPU). */
export const BPU_TABLES: readonly Effective<readonly BpuBracket[]>[] = [
  { from: '2015-07', regulation: 'PP 44/2015 annex II; PP 46/2015', value: BPU_BRACKETS_2015 },
];

/** The five risk groups of employers. */
export type RiskGroup = 'very-low' | 'low' | 'medium' | 'high' | 'very-high';

/** Hundredths of a percent of the wage, employer's and worker's share together. */
export interface WageRates {
  /** The employer's alone, by the risk of the work. */
  readonly JKK: Readonly<Record<RiskGroup, number>>;
  readonly JKM: number;
  readonly JHT: number;
  /** Of the wage up to the ceiling. */
  readonly JP: number;
  /** Comes out of the JKK contribution and the state's budget: nothing extra is billed. */
  readonly JKP: 0;
}

/** Wage earners (PU). */
export const PU_RATES: readonly Effective<WageRates>[] = [
  {
    from: '2015-07',
    regulation: 'PP 44/2015 (JKK, JKM), PP 46/2015 (JHT), PP 45/2015 (JP), PP 37/2021 (JKP)',
    value: {
      JKK: { 'very-low': 24, low: 54, medium: 89, high: 127, 'very-high': 174 },
      JKM: 30,
      JHT: 570,
      JP: 300,
      JKP: 0,
    },
  },
];

/** The wage in rupiah a month above which JP is not charged; announced yearly, from March on. */
export const JP_WAGE_CEILINGS: readonly Effective<number>[] = [
  { from: '2022-03', regulation: 'PP 45/2015, ceiling of 2022', value: 9_077_600 },
  { from: '2023-03', regulation: 'PP 45/2015, ceiling of 2023', value: 9_559_600 },
  { from: '2024-03', regulation: 'PP 45/2015, ceiling of 2024', value: 10_042_300 },
  { from: '2025-03', regulation: 'PP 45/2015, ceiling of 2025', value: 10_547_400 },
  { from: '2026-03', regulation: 'PP 45/2015, ceiling of 2026', value: 11_086_300 },
];

/** How a share of a wage becomes whole rupiah, for each programme and month by itself. */
export type Rounding = 'half-up';

/** No regulation that states the rounding was found: this is the project's own choice, kept as data to be replaced. */
export const ROUNDINGS: readonly Effective<Rounding>[] = [
  { from: '2015-07', regulation: 'own choice', value: 'half-up' },
];

/** A temporary cut of contributions of the self-employed, by contribution month. */
export interface Relief {
  readonly regulation: string;
  readonly sector: Sector;
  readonly from: string;
  readonly through: string;
  readonly programmes: readonly Programme[];
  readonly percentCharged: number;
  /** Public budgets pay in full. */
  readonly exceptPayers: readonly PayerKind[];
}

const PP_50_2025 = {
  regulation: 'PP 50/2025',
  programmes: ['JKK', 'JKM'],
  percentCharged: 50,
  exceptPayers: ['government'],
} as const;

export const BPU_RELIEFS: readonly Relief[] = [
  { ...PP_50_2025, sector: 'transport', from: '2026-01', through: '2027-03' },
  { ...PP_50_2025, sector: 'other', from: '2026-04', through: '2026-12' },
];
