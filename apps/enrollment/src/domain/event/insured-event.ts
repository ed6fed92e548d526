import type { ChannelKind, Day, PayerKind } from '#libs/kernel';
import type { Entries } from '../register/register.js';
import { LEAST_BPU_INCOME_RUPIAH } from '../sign-up/limits.js';
import type { SignUpForm } from '../sign-up/sign-up.js';

/** A contest whose participants somebody pays for. */
export interface InsuredEvent {
  readonly code: string;
  readonly name: string;
  readonly channelCode: string;
  readonly from: Day;
  readonly through: Day;
  readonly payer: { readonly kind: PayerKind; readonly code: string };
  readonly occupation: string;
}

/** Somebody on the list of an event. */
export interface Participant extends Pick<SignUpForm, 'signUpId' | 'person' | 'residence' | 'consent'> {
  /** Rupiah a month; the least where none is stated, since cover for an event is paid on the lowest bracket. */
  readonly declaredIncome?: number | null;
}

const EVENT_CHANNEL: ChannelKind = 'event';
const OCCUPATION_DEFAULT = 'athlete';

/** The entry of an event as one that can be insured; `null` while its days or its organiser are not known. */
export const insuredEventOf = (code: string, entry: Entries['campaign']): InsuredEvent | null => {
  const { from, through, organiser, payerKind, occupation, channelCode, name } = entry;
  if (from === null || through === null || organiser == null) return null;
  return {
    code,
    name: name ?? code,
    channelCode: channelCode ?? code,
    from,
    through,
    payer: { kind: payerKind ?? 'organiser', code: organiser },
    occupation: occupation ?? OCCUPATION_DEFAULT,
  };
};

/** The sign-up of a participant: cover for work accident and death on the days of the event, paid by the organiser. */
export const signUpFor = (
  event: InsuredEvent,
  participant: Participant,
  submittedAt: string,
): SignUpForm => ({
  signUpId: participant.signUpId,
  submittedAt,
  channel: { kind: EVENT_CHANNEL, code: event.channelCode, agent: null, campaign: event.code },
  person: participant.person,
  residence: participant.residence ?? null,
  segment: 'BPU',
  occupations: [event.occupation],
  declaredIncome: participant.declaredIncome ?? LEAST_BPU_INCOME_RUPIAH,
  programmes: ['JKK', 'JKM'],
  startsOn: event.from,
  eventCover: { name: event.name, from: event.from, through: event.through },
  employer: null,
  payer: event.payer,
  consent: participant.consent,
});
