import { firstDayOf, type ChannelKind, type Month, type PayerKind } from '#libs/kernel';
import { LEAST_BPU_INCOME_RUPIAH } from '../sign-up/limits.js';
import type { SignUpForm } from '../sign-up/sign-up.js';

/** Somebody who pays for others for some months. */
export interface Sponsorship {
  readonly code: string;
  readonly kind: PayerKind;
  readonly from: Month;
  readonly months: number;
  readonly eligible: Eligible;
}

/** Whom a sponsor pays for; `null`: for people of all regions, and of all occupations. */
export interface Eligible {
  readonly regions: readonly string[] | null;
  readonly occupations: readonly string[] | null;
}

/** Somebody on the list of a sponsor. */
export interface SponsoredMember extends Pick<
  SignUpForm,
  'signUpId' | 'person' | 'residence' | 'occupations' | 'consent'
> {
  /** Rupiah a month; the least where none is stated, which is what budgets pay for. */
  readonly declaredIncome?: number | null;
}

const COUNTRY = 'ID';

const liesIn = (residence: string | null | undefined, region: string): boolean =>
  region === COUNTRY || residence === region || residence?.startsWith(`${region}.`) === true;

/** Whether the sponsor pays for the person. Whose residence is not known lives in none of the regions. */
export const isEligible = (
  { regions, occupations }: Eligible,
  { residence, occupations: own }: Pick<SponsoredMember, 'residence' | 'occupations'>,
): boolean =>
  (regions === null || regions.some((region) => liesIn(residence, region))) &&
  (occupations === null || own.some((occupation) => occupations.includes(occupation)));

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
