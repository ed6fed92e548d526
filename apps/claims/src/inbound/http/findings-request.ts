import { Has, HasMany, Is, kinds } from '#libs/contracts';
import { IsOptional } from 'class-validator';
import {
  CHILD_SITUATIONS,
  PENSION_REASONS,
  SAVINGS_REASONS,
  SCHOLARSHIP_EVENTS,
  SCHOOL_LEVELS,
} from '../../use-cases/keep-findings-with-claim.js';

/** No receipt is larger, and sums of them stay whole. */
const COST_MAX_RUPIAH = 1_000_000_000_000;
const cost = kinds.integer(0, COST_MAX_RUPIAH);

/** What was told of an accident, and when. */
class OfAccidentRequest {
  /** When the accident was reported. */
  @IsOptional() @Is(kinds.day) reportedOn?: string | null;
  /** When a doctor declared that the injured recovered, or stays disabled. */
  @IsOptional() @Is(kinds.day) declaredOn?: string | null;
}

/** Receipts of an accident: rupiah by kind of cost. */
export class CareRequest extends OfAccidentRequest {
  @IsOptional() @Is(cost) medical?: number | null;
  @IsOptional() @Is(cost) land?: number | null;
  @IsOptional() @Is(cost) sea?: number | null;
  @IsOptional() @Is(cost) air?: number | null;
  @IsOptional() @Is(cost) dentures?: number | null;
  @IsOptional() @Is(cost) hearingAid?: number | null;
  @IsOptional() @Is(cost) spectacles?: number | null;
}

/** Days without work, both included, by a doctor's letters. */
export class InabilityRequest extends OfAccidentRequest {
  /** The first day without work after the accident, claimed now or before. */
  @Is(kinds.day) inabilityFrom!: string;
  @Is(kinds.day) from!: string;
  @Is(kinds.day) through!: string;
}

const basisPoints = kinds.integer(1, 10_000);

/** A lasting disability: total, or by the table's percentage and how much of a function is lost. */
export class DisabilityRequest extends OfAccidentRequest {
  @Is(kinds.oneOf(['part', 'total'])) extent!: 'part' | 'total';
  /** Hundredths of a percent; stated where the extent is a part. */
  @IsOptional() @Is(basisPoints) tableBasisPoints?: number | null;
  /** Hundredths of a percent; absent where a limb is lost. */
  @IsOptional() @Is(basisPoints) lossBasisPoints?: number | null;
}

/** Savings of years before the service heard of any, as the operator's statement has them. */
export class BroughtForwardRequest {
  /** With all yield to the end of the month. */
  @Is(cost) amountRupiah!: number;
  @Is(kinds.month) through!: string;
}

/** Why savings are paid. */
export class SavingsRequest {
  @Is(kinds.oneOf(SAVINGS_REASONS)) why!: (typeof SAVINGS_REASONS)[number];
  /** Stated where the age is the reason. */
  @IsOptional() @Is(kinds.day) birthDate?: string | null;
  /** Absent where all savings came by contributions that the service knows. */
  @IsOptional() @Has(() => BroughtForwardRequest) broughtForward?: BroughtForwardRequest | null;
}

/** Why a pension is paid, and what a monthly one is reckoned from. */
export class PensionRequest {
  @Is(kinds.oneOf(PENSION_REASONS)) why!: (typeof PENSION_REASONS)[number];
  /** Stated at retirement. */
  @IsOptional() @Is(kinds.day) birthDate?: string | null;
  /** Rupiah, indexed. */
  @IsOptional() @Is(kinds.integer(1, COST_MAX_RUPIAH)) averageWageRupiah?: number | null;
  /** How many months are claimed. */
  @IsOptional() @Is(kinds.integer(1, 12)) months?: number | null;
  /** As with savings, where the pension is paid at once. */
  @IsOptional() @Has(() => BroughtForwardRequest) broughtForward?: BroughtForwardRequest | null;
}

/** A school year of a child, who is named by a letter or number alone. */
export class SchoolYearRequest {
  @Is(kinds.oneOf(['A', 'B', 'C', 'D', 'E', 'F'])) child!: string;
  @Is(kinds.day) birthDate!: string;
  @Is(kinds.oneOf(SCHOOL_LEVELS)) level!: (typeof SCHOOL_LEVELS)[number];
  /** The year in which it begins. */
  @Is(kinds.integer(2000, 2100)) year!: number;
  @IsOptional() @Is(kinds.oneOf(CHILD_SITUATIONS)) situation?: (typeof CHILD_SITUATIONS)[number] | null;
}

/** What papers show of the one benefit that is claimed: exactly one of these. */
export class FindingsRequest {
  @IsOptional() @Has(() => CareRequest) care?: CareRequest | null;
  @IsOptional() @Has(() => InabilityRequest) inability?: InabilityRequest | null;
  @IsOptional() @Has(() => DisabilityRequest) disability?: DisabilityRequest | null;
  @IsOptional() @Has(() => SavingsRequest) savings?: SavingsRequest | null;
  @IsOptional() @Has(() => PensionRequest) pension?: PensionRequest | null;
  @IsOptional() @HasMany(() => SchoolYearRequest, { min: 1, max: 20 }) schoolYears?:
    SchoolYearRequest[] | null;
  /** With school years, where the death or total disability was not granted here: what papers say was granted elsewhere. */
  @IsOptional() @Is(kinds.oneOf(SCHOLARSHIP_EVENTS)) grantedElsewhere?:
    (typeof SCHOLARSHIP_EVENTS)[number] | null;
}
