import type { Reason } from './reasons.js';

/**
 * The fields of a request that a rule looks at: where a reason names several, those that the request has are meant; of
 * what is missing, the first. Dotted from the top of the request.
 */
export const FIELDS_OF_REASONS: Partial<Readonly<Record<Reason, readonly [string, ...string[]]>>> = {
  // sign-ups and changes of memberships
  'sign-up-id-reused': ['signUpId'],
  'nik-implausible': ['person.nik'],
  'too-old': ['person.birthDate'],
  'too-young': ['person.birthDate'],
  'income-below-least': ['declaredIncome'],
  'income-missing': ['declaredIncome'],
  'programme-not-offered': ['programmes', 'changes.programmes'],
  'consent-after-sign-up': ['consent.givenAt'],
  'employer-missing': ['employer', 'changes.segment'],
  'payer-may-not-be-self': ['payer.kind', 'changes.payer.kind'],
  'event-cover-invalid': ['eventCover.from', 'eventCover.through'],
  'event-cover-not-offered': ['eventCover'],
  'too-many-jobs': ['occupations', 'changes.occupations'],
  'starts-too-early': ['startsOn'],
  'before-registration': ['effectiveOn', 'endedOn'],
  'basis-not-in-table': ['changes.basis'],
  'channel-mismatch': ['channel.code'],
  'grant-below-reserved': ['personMonths'],
  'budget-overdrawn': ['members'],
  // payments
  'payment-id-reused': ['paymentId'],
  'month-already-paid': ['months'],
  'month-not-due': ['months'],
  'month-repeated': ['months'],
  'amount-does-not-fit': ['amount'],
  'payment-code-unknown': ['paymentCode'],
  'nik-unknown': ['nik'],
  'payee-missing': ['paymentCode', 'nik'],
  'lines-sum-differs': ['amount'],
  'gateway-mismatch': ['gateway'],
  // claims
  'membership-unknown': ['membershipId'],
  'claim-id-reused': ['claimId'],
  'not-covered': ['occurredOn'],
  'benefit-not-of-programme': ['benefit'],
  'occurred-in-future': ['occurredOn', 'paidAt', 'returnedAt'],
  'amount-missing': ['amountRupiah'],
  'amount-is-computed': ['amountRupiah'],
  'over-ceiling': ['amountRupiah'],
  'amount-of-rejected': ['amountRupiah'],
  'amount-differs': ['amount'],
  'disbursement-id-reused': ['disbursementId'],
  'disbursement-unknown': ['disbursementId'],
  'reasons-missing': ['reasons'],
};
