import { firstDayOf, type ChannelKind, type Month, type PayerKind } from '#libs/kernel';
import { LEAST_BPU_INCOME_RUPIAH } from '../sign-up/limits.js';
import type { SignUpForm } from '../sign-up/sign-up.js';

/** Somebody who pays for others for some months. */
export interface Sponsorship {
  readonly code: string;
  readonly kind: PayerKind;
  readonly from: Month;
  readonly months: number;
}

/** Somebody on the list of a sponsor. */
export interface SponsoredMember extends Pick<
  SignUpForm,
  'signUpId' | 'person' | 'residence' | 'occupations' | 'consent'
> {
  /** Rupiah a month; the least where none is stated, which is what budgets pay for. */
  readonly declaredIncome?: number | null;
}

/** The list itself is the channel: a public budget is one of the government. */
const channelKindOf = (kind: PayerKind): ChannelKind => (kind === 'government' ? 'government' : 'sponsor');

/** The sign-up of a member whom a sponsor pays for: work accident and death, from the first of the months on. */
export const sponsoredSignUp = (
  { code, kind, from }: Sponsorship,
  member: SponsoredMember,
  submittedAt: string,
): SignUpForm => ({
  signUpId: member.signUpId,
  submittedAt,
  channel: { kind: channelKindOf(kind), code, agent: null, campaign: null },
  person: member.person,
  residence: member.residence ?? null,
  segment: 'BPU',
  occupations: member.occupations,
  declaredIncome: member.declaredIncome ?? LEAST_BPU_INCOME_RUPIAH,
  programmes: ['JKK', 'JKM'],
  startsOn: firstDayOf(from),
  eventCover: null,
  employer: null,
  payer: { kind, code },
  consent: member.consent,
});
