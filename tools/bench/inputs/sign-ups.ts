import type { OutgoingMessage } from '#libs/messaging';
import { signUpSubmitted } from '#libs/contracts';
import { idOf } from '../../faults/load/plan/ids.js';
import { personOf } from '../../faults/load/plan/people.js';
import { BLOCK } from '../../faults/load/plan/place.js';
import { signUpForm, type SignUpForm } from '../../faults/load/plan/sign-ups.js';
import { MEMBERS_PER_BLOCK } from '../../faults/load/plan/slots.js';
import { villageOf } from './places.js';

export const CHANNEL = { kind: 'association', code: 'PKL-UJI', agent: null, campaign: null } as const;

/** When somebody signs up, and from when on. */
export interface Dates {
  readonly submittedAt: string;
  readonly startsOn: string;
}

/** Long ago, so that nothing depends on the day of the run. */
const LONG_AGO: Dates = { submittedAt: '2024-11-20T09:30:00+07:00', startsOn: '2025-01-01' };

const inputOf = (number: number): number =>
  Math.floor(number / MEMBERS_PER_BLOCK) * BLOCK + (number % MEMBERS_PER_BLOCK);

/** The id of the sign-up of the person with this number. */
export const signUpIdOf = (seed: number, number: number): string => idOf('sign-up', seed, inputOf(number));

/** The sign-up of the person with this number among all of the seed; no two are of one person. */
export const signUpOf = (seed: number, number: number, dates: Dates = LONG_AGO): SignUpForm => {
  const member = number % MEMBERS_PER_BLOCK;
  const slot = { act: 'sign-up', via: 'kafka', member, as: 'trader', flaw: null } as const;
  const form = signUpForm(seed, inputOf(number), { ...slot, isAgain: false, isBehind: false });
  const consent = { ...form.consent, givenAt: dates.submittedAt };
  return { ...form, ...dates, consent, channel: { ...CHANNEL }, residence: villageOf(seed, number) };
};

/** What the person with this number earns and is insured for. */
export const meansOf = (seed: number, number: number) => {
  const { incomeRupiah, programmes } = personOf(seed, number);
  return { incomeRupiah, programmes };
};

/** The same as a channel sends it over Kafka. */
export const signUpMessage = (form: SignUpForm): OutgoingMessage => ({
  topic: signUpSubmitted.topic.name,
  key: form.signUpId,
  value: JSON.stringify(form),
  headers: {
    ce_specversion: '1.0',
    ce_id: form.signUpId,
    ce_source: `/channels/${CHANNEL.code}`,
    ce_type: signUpSubmitted.type,
    ce_time: new Date(form.submittedAt).toISOString(),
    'content-type': 'application/json',
  },
});

/** The sign-ups of so many persons. */
export function* signUpMessages(seed: number, persons: number, dates?: Dates): Generator<OutgoingMessage> {
  for (let number = 0; number < persons; number += 1) yield signUpMessage(signUpOf(seed, number, dates));
}
