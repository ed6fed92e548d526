import type { Benefit, Day, Month } from '#libs/kernel';

export const COSTS = ['medical', 'land', 'sea', 'air', 'dentures', 'hearingAid', 'spectacles'] as const;
/** A kind of cost of an accident, by receipts. */
export type Cost = (typeof COSTS)[number];

export const SAVINGS_REASONS = [
  'age',
  'resigned',
  'laid-off',
  'contract-ended',
  'stopped-working',
  'total-disability',
  'death',
  'left-country',
  'retirement-part',
  'home-part',
] as const;
/** Why savings are paid; the last two are a part of them. */
export type SavingsReason = (typeof SAVINGS_REASONS)[number];

export const PENSION_REASONS = ['retired', 'disabled', 'death'] as const;
export type PensionReason = (typeof PENSION_REASONS)[number];

export const SCHOOL_LEVELS = [
  'kindergarten',
  'primary',
  'lower-secondary',
  'upper-secondary',
  'higher',
] as const;
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number];

export const CHILD_SITUATIONS = ['studying', 'married', 'working'] as const;

/** A school year of a child; the child has a letter or number, never a name. */
export interface SchoolYear {
  readonly child: string;
  /** Null: it was forgotten with an erased person. */
  readonly birthDate: Day | null;
  readonly level: SchoolLevel;
  /** The year in which it begins. */
  readonly year: number;
  readonly situation: (typeof CHILD_SITUATIONS)[number];
}

/** What was told of an accident, and when; absent or null: not recorded. */
interface OfAccident {
  readonly reportedOn?: Day | null;
  /** When a doctor declared that the injured recovered, or stays disabled. */
  readonly declaredOn?: Day | null;
}

/** What the receipts come to, in whole rupiah by kind; kinds that are absent cost nothing. */
export interface CareFindings extends OfAccident {
  readonly kind: 'care';
  readonly costsRupiah: Readonly<Partial<Record<Cost, number>>>;
}

/** Days without work by a doctor's letters; both included. */
export interface InabilityFindings extends OfAccident {
  readonly kind: 'temporary-disability';
  /** The first day without work after the accident, claimed now or before. */
  readonly inabilityFrom: Day;
  readonly from: Day;
  readonly through: Day;
}

/** A degree of disability, in hundredths of a percent, or total. */
export type DisabilityFindings =
  | (OfAccident & {
      readonly kind: 'permanent-disability';
      readonly extent: 'part';
      /** What the regulation's table gives for the limb or function. */
      readonly tableBasisPoints: number;
      /** How much of a function is lost; null where a limb is. */
      readonly lossBasisPoints: number | null;
    })
  | (OfAccident & { readonly kind: 'permanent-disability'; readonly extent: 'total' });

/** Savings of years before this service heard of any: a balance by the operator's statement, with all yield to its month. */
export interface BroughtForward {
  readonly amountRupiah: number;
  readonly through: Month;
}

export interface SavingsFindings {
  readonly kind: 'savings';
  readonly why: SavingsReason;
  /** Needed where the age is the reason. */
  readonly birthDate: Day | null;
  /** Absent where all savings came by contributions that are known here. */
  readonly broughtForward?: BroughtForward;
}

export interface PensionFindings {
  readonly kind: 'pension';
  readonly why: PensionReason;
  /** Needed at retirement. */
  readonly birthDate: Day | null;
  /** Needed where the pension is paid by the month. */
  readonly averageWageRupiah: number | null;
  /** How many months of a monthly pension are claimed. */
  readonly months: number | null;
  /** As with old age savings, where the pension is paid at once. */
  readonly broughtForward?: BroughtForward;
}

export const SCHOLARSHIP_EVENTS = ['death', 'total-disability'] as const;
/** What opens scholarships. */
export type ScholarshipEvent = (typeof SCHOLARSHIP_EVENTS)[number];

export interface SchoolFindings {
  readonly kind: 'school-years';
  readonly years: readonly SchoolYear[];
  /** Where this service has not granted the event's own benefit: what papers say was granted elsewhere. */
  readonly grantedElsewhere?: ScholarshipEvent;
}

/** What only papers show, as an adjuster found it. It holds health and children's data and never leaves this service. */
export type Findings =
  CareFindings | InabilityFindings | DisabilityFindings | SavingsFindings | PensionFindings | SchoolFindings;

/** What the operator's statement brings forward; null where there is none. */
export const broughtForwardIn = (found: Findings | null): BroughtForward | null =>
  (found?.kind === 'savings' || found?.kind === 'pension' ? found.broughtForward : null) ?? null;

/** Whether a total disability was found. */
export const isTotal = (found: Findings | null): boolean =>
  found?.kind === 'permanent-disability' && found.extent === 'total';

/** Findings about an accident, whatever is claimed for it. */
export type AccidentFindings = CareFindings | InabilityFindings | DisabilityFindings;

export const isOfAccident = (findings: Findings): findings is AccidentFindings =>
  ['care', 'temporary-disability', 'permanent-disability'].includes(findings.kind);

const BENEFIT_OF: Readonly<Record<Findings['kind'], Benefit>> = {
  care: 'accident-care',
  'temporary-disability': 'accident-income',
  'permanent-disability': 'accident-income',
  savings: 'old-age',
  pension: 'pension',
  'school-years': 'scholarship',
};

/** Whether the findings are of the kind that the benefit is computed from. */
export const fits = ({ kind }: Findings, benefit: Benefit): boolean => BENEFIT_OF[kind] === benefit;
