import { idOf } from './ids.js';
import { personOf, type Person } from './people.js';
import { personNumber } from './place.js';
import { WAGE_RUPIAH, WORKER_PROGRAMMES } from './prices.js';
import type { Membership, SignUpFlaw, SignUpSlot } from './slots.js';

export const EMPLOYERS = ['NPP-UJI-1', 'NPP-UJI-2', 'NPP-UJI-3'] as const;
export const ORGANISER = 'EO-UJI';
export const STARTS_ON = '2025-01-01';
export const EVENT_COVER = { name: 'Lari Uji', from: '2028-03-30', through: '2028-04-01' } as const;

/** The last one is entered nowhere: members who come by it count all the same. */
export const CHANNELS = [
  { kind: 'association', code: 'PKL-UJI' },
  { kind: 'market', code: 'PASAR-UJI' },
  { kind: 'aggregator', code: 'AGG-UJI' },
  { kind: 'village', code: 'DESA-UJI' },
  { kind: 'app', code: 'APP-UJI' },
  { kind: 'kiosk', code: 'KIOSK-UJI-UNKNOWN' },
] as const;

const OCCUPATIONS = ['street-trader', 'ojek-driver', 'parking-attendant'] as const;

const two = (value: number) => String(value).padStart(2, '0');

/** Long ago, so that the day of registration does not depend on the day of the run. */
const submittedOn = (person: number, as: Membership) =>
  `2024-${as === 'worker' ? '12' : '11'}-${two(1 + (person % 28))}`;

const programmesOf = (as: Membership, { programmes }: Person): readonly string[] => {
  if (as === 'worker') return WORKER_PROGRAMMES;
  return as === 'trader' ? programmes : ['JKK', 'JKM'];
};

const payerOf = (as: Membership, employer: string) => {
  if (as === 'worker') return { kind: 'employer', code: employer };
  if (as === 'athlete') return { kind: 'organiser', code: ORGANISER };
  return { kind: 'self', code: null };
};

const formOf = (signUpId: string, number: number, person: Person, as: Membership) => {
  const employer = EMPLOYERS[number % EMPLOYERS.length]!;
  const channel = CHANNELS[number % CHANNELS.length]!;
  const day = submittedOn(number, as);
  return {
    signUpId,
    submittedAt: `${day}T09:30:00+07:00`,
    channel: { kind: channel.kind as string, code: channel.code as string, agent: null, campaign: null },
    person: {
      nik: person.nik,
      fullName: person.fullName,
      birthDate: person.birthDate,
      sex: person.sex,
      mobile: null as string | null,
      email: null,
      address: null,
    },
    residence: person.residence,
    segment: as === 'worker' ? 'PU' : 'BPU',
    occupations: [OCCUPATIONS[number % OCCUPATIONS.length]!],
    declaredIncome: as === 'worker' ? WAGE_RUPIAH : person.incomeRupiah,
    programmes: [...programmesOf(as, person)],
    startsOn: STARTS_ON,
    eventCover: as === 'athlete' ? EVENT_COVER : null,
    employer: as === 'worker' ? { code: employer, name: `Usaha ${employer}` } : null,
    payer: payerOf(as, employer),
    consent: { textVersion: '2024-1', givenAt: `${day}T09:29:10+07:00` },
  };
};

/** A sign-up as its channel sends it. */
export type SignUpForm = ReturnType<typeof formOf>;

const NIK_DAY_AT = 6;
/** No calendar has a 35th day. */
const withoutDate = (nik: string) => `${nik.slice(0, NIK_DAY_AT)}35${nik.slice(NIK_DAY_AT + 2)}`;

const flawed = (form: SignUpForm, flaw: SignUpFlaw | null): SignUpForm => {
  switch (flaw) {
    case 'nik-implausible':
      return { ...form, person: { ...form.person, nik: withoutDate(form.person.nik) } };
    case 'income-below-least':
      return { ...form, declaredIncome: 500_000 };
    case 'programme-not-offered':
      return { ...form, programmes: ['JHT'] };
    case 'consent-after-sign-up':
      return { ...form, consent: { ...form.consent, givenAt: '2025-01-01T00:00:00+07:00' } };
    case null:
      return form;
  }
};

/** The form that fills a sign-up slot as input `n`. */
export const signUpForm = (seed: number, n: number, { member, as, flaw }: SignUpSlot): SignUpForm => {
  const number = personNumber(n, member);
  return flawed(formOf(idOf('sign-up', seed, n), number, personOf(seed, number), as), flaw);
};

/** Another content under the same id. */
export const otherForm = (form: SignUpForm): SignUpForm => ({
  ...form,
  person: { ...form.person, mobile: '+6280000000000' },
});
