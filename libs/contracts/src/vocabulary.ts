/**
 * The closed lists of the wire. The kernel has the same lists for the domain; neither library may import the other,
 * and a test keeps them equal. A new word on a list breaks old readers, so it needs a new version of the event type.
 */
export const SEGMENTS = ['PU', 'BPU', 'JAKON', 'PMI'] as const;
/** PU wage earners, BPU self-employed, JAKON construction projects, PMI migrants. */
export type Segment = (typeof SEGMENTS)[number];

export const PROGRAMMES = ['JKK', 'JKM', 'JHT', 'JP', 'JKP'] as const;
/** JKK work accident, JKM death, JHT old age, JP pension, JKP job loss. */
export type Programme = (typeof PROGRAMMES)[number];

export const CHANNEL_KINDS = [
  'aggregator',
  'bank',
  'kiosk',
  'app',
  'web',
  'branch',
  'agent',
  'association',
  'village',
  'market',
  'event',
  'employer',
  'sponsor',
  'government',
] as const;
/** How a sign-up came. */
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const PAYER_KINDS = ['self', 'employer', 'organiser', 'sponsor', 'government'] as const;
/** Who pays the contribution. */
export type PayerKind = (typeof PAYER_KINDS)[number];

export const PAYMENT_METHODS = [
  'virtual-account',
  'qris',
  'bank-transfer',
  'cash-outlet',
  'e-wallet',
  'payroll',
  'budget',
] as const;
/** How the money was paid in. */
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const END_REASONS = ['left', 'died', 'event-over', 'benefit-claimed', 'age', 'duplicate'] as const;
/** Why a membership ended. */
export type EndReason = (typeof END_REASONS)[number];

export const BENEFITS = [
  'accident-care',
  'accident-income',
  'death-grant',
  'funeral',
  'old-age',
  'pension',
  'job-loss',
  'scholarship',
] as const;
/** The public class of a benefit; it never tells an illness or an injury. */
export type Benefit = (typeof BENEFITS)[number];

export const SEXES = ['female', 'male'] as const;
export type Sex = (typeof SEXES)[number];

export const SIGN_UP_OUTCOMES = ['registered', 'already-member'] as const;
/** What an accepted sign-up led to. */
export type SignUpOutcome = (typeof SIGN_UP_OUTCOMES)[number];

export const CLAIM_DECISIONS = ['approved', 'rejected'] as const;
export type ClaimDecision = (typeof CLAIM_DECISIONS)[number];

export const SETTLEMENTS = ['whole', 'part'] as const;
/** How much of somebody's savings is paid out. */
export type Settlement = (typeof SETTLEMENTS)[number];

export const RISK_GROUPS = ['very-low', 'low', 'medium', 'high', 'very-high'] as const;
/** The five risk groups of employers, by which the work accident contribution of wage earners is set. */
export type RiskGroup = (typeof RISK_GROUPS)[number];

export const EMPLOYER_SIZES = ['micro', 'small', 'medium', 'large'] as const;
/** The size of an employer, which decides its programmes. */
export type EmployerSize = (typeof EMPLOYER_SIZES)[number];

export const MEASURES = ['registered', 'active', 'protected'] as const;
/** What a coverage figure counts. */
export type Measure = (typeof MEASURES)[number];

export const TARGET_KINDS = ['coverage', 'stock', 'new'] as const;
/** A share of a denominator, a number of persons on a day, or a number of new ones in a period. */
export type TargetKind = (typeof TARGET_KINDS)[number];

export const REMINDER_KINDS = [
  'due-soon',
  'sponsored-cover-ending',
  'event-ending',
  'in-arrears',
  'about-to-lapse',
  'cover-ended',
] as const;
/** What a member should hear of. */
export type ReminderKind = (typeof REMINDER_KINDS)[number];
