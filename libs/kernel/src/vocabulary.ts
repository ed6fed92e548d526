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
/** The public class of a benefit. */
export type Benefit = (typeof BENEFITS)[number];

/** The largest amount of money in whole rupiah that a JSON number carries exactly. */
export const AMOUNT_MAX_RUPIAH = Number.MAX_SAFE_INTEGER;
