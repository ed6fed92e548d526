import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Has, Is } from '../fields.js';
import { day, integer, listOf, number, oneOf, region, slug, text } from '../kinds.js';
import { coverageTopic } from '../topics.js';
import { MEASURES, TARGET_KINDS, type Measure, type TargetKind } from '../vocabulary.js';

/** The published count of people that a figure is divided by. */
export class CoverageDenominator {
  @Is(text(128)) id!: string;
  @Is(integer(1)) version!: number;
  @Is(integer(0)) value!: number;
  @Is(text(200)) definition!: string;
  @Is(day) asOf!: string;
  @Is(text(200)) source!: string;
}

/** The target in force and how many persons are wanting. */
export class CoverageTarget {
  @Is(text(128)) id!: string;
  @Is(integer(1)) version!: number;
  @Is(oneOf(TARGET_KINDS)) kind!: TargetKind;
  /** A share for a coverage target, otherwise persons. */
  @Is(number) value!: number;
  @IsOptional() @Is(integer(0)) needed?: number | null;
}

/** A row as `GET /v1/coverage` gives it, with what it was asked by. */
export class CoverageChanged {
  @Is(region) region!: string;
  @IsOptional() @Is(text(200)) name?: string | null;
  @IsOptional() @Is(text(64)) part?: string | null;
  @Is(integer(0)) persons!: number;
  @IsOptional() @Has(() => CoverageDenominator) denominator?: CoverageDenominator | null;
  @IsOptional() @Is(number) coverage?: number | null;
  /** Per cent with two decimals, truncated, as printed in Indonesian. */
  @IsOptional() @Is(text(32)) coverageText?: string | null;
  /** Denominator less persons; negative where more are covered than were counted. */
  @IsOptional() @Is(integer(Number.MIN_SAFE_INTEGER)) gap?: number | null;
  @IsOptional() @Has(() => CoverageTarget) target?: CoverageTarget | null;
  @IsOptional() @Is(listOf(slug, { min: 0, max: 50 })) warnings?: string[] | null;
  @Is(day) asOf!: string;
  @Is(oneOf(MEASURES)) measure!: Measure;
  @IsOptional() @Is(text(128)) denominatorId?: string | null;
}

export const coverageChanged = defineEvent({
  topic: coverageTopic,
  type: 'id.cakupan.reporting.coverage-changed.v1',
  summary: 'The coverage of a region is now this; at most once a second for each region.',
  payload: CoverageChanged,
  key: (row) => row.region,
  subject: (row) => `region/${row.region}`,
  example: {
    region: '33.72',
    name: 'Kota Surakarta',
    part: null,
    persons: 100_512,
    denominator: {
      id: 'solo-working-population-2024',
      version: 1,
      value: 227_164,
      definition: 'penduduk bekerja',
      asOf: '2024-12-17',
      source: 'espos-2024-12-18',
    },
    coverage: 0.442_464_475_004_84,
    coverageText: '44,24%',
    gap: 126_652,
    target: { id: 'solo-coverage-target-2024', version: 1, kind: 'coverage', value: 0.5, needed: 13_070 },
    warnings: ['target-base-differs'],
    asOf: '2024-12-17',
    measure: 'active',
    denominatorId: 'solo-working-population-2024',
  },
});
