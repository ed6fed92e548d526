import type { ChannelKind } from '#libs/kernel';
import type { SignUpSubmitted } from '#libs/contracts';
import { channelOf } from '../people/channels.js';
import { Chance, storyUuid } from '../chance/chance.js';
import type { Group } from '../groups/groups.js';
import { dayOf, jakartaText } from '../instants.js';
import type { Enrolment, Flaw } from '../lives/life.js';
import { meansFor, type Means } from '../people/means.js';
import type { Plan } from '../plan.js';
import type { Who } from '../people/who.js';

/** At most so many sign-ups of one person. */
const ENROLMENTS_MAX = 2;

/** A number for each sign-up of a plan, from which its ids are made. */
export const ordinalOf = (person: number, enrolment: number): number => person * ENROLMENTS_MAX + enrolment;
export const ordinals = (plan: Plan): number => plan.persons * ENROLMENTS_MAX;

/** The means of an enrolment: needed for its sign-up and for each of its payments. */
export const meansOf = (plan: Plan, person: number, enrolment: number, stated: Enrolment): Means =>
  meansFor(stated, new Chance(plan.seed, `means-${enrolment}`, person));

const SMALL_EMPLOYERS = 400;
const FIRST_SMALL_EMPLOYER = 900_000;

interface SmallEmployer {
  readonly code: string;
  readonly name: string;
}

const smallEmployer = (index: number): SmallEmployer => {
  const number = FIRST_SMALL_EMPLOYER + index;
  return { code: `NPP${number}`, name: `Usaha Contoh ${number}` };
};

/** Employers that pay for single workers. */
export const smallEmployers = (): readonly SmallEmployer[] =>
  Array.from({ length: SMALL_EMPLOYERS }, (_, index) => smallEmployer(index));

/** Who pays for an enrolment; the person has no code. */
export interface Payer {
  readonly code: string | null;
  readonly name: string | null;
}

/** Who pays for an enrolment: nobody but the person, the group, or an employer of its own. */
export const payerOf = (plan: Plan, person: number, { payer, place }: Enrolment): Payer => {
  const group: Group | undefined = place === null ? undefined : plan.groups[place.group];
  if (group !== undefined) return { code: group.code, name: group.name };
  return payer === 'employer' ? smallEmployer(person % SMALL_EMPLOYERS) : { code: null, name: null };
};

const FLAWED_INCOME_RUPIAH = 500_000;
const TOO_OLD_YEARS = 70;

/** No calendar has a 35th day, and women's days begin at 41. */
const withoutDate = (nik: string) => `${nik.slice(0, 6)}35${nik.slice(8)}`;

const aged = (who: Who, year: number): Who => {
  const born = String(year - TOO_OLD_YEARS);
  const nik = `${who.nik.slice(0, 10)}${born.slice(2)}${who.nik.slice(12)}`;
  return { ...who, nik, birthDate: `${born}${who.birthDate.slice(4)}` };
};

const flawed = (who: Who, flaw: Flaw | null, year: number): Who => {
  if (flaw === 'nik-implausible') return { ...who, nik: withoutDate(who.nik) };
  return flaw === 'too-old' ? aged(who, year) : who;
};

const OTHER_KINDS: readonly ChannelKind[] = ['bank', 'app', 'web', 'branch', 'kiosk'];

const channelFor = (
  { isRepeat, campaign }: Enrolment,
  { channel, occupations }: Means,
  { residence, payer }: { residence: string | null; payer: Payer },
  chance: Chance,
): SignUpSubmitted['channel'] => {
  const kind = isRepeat ? chance.pick(OTHER_KINDS) : channel;
  if (kind === 'employer') return { kind, code: payer.code!, agent: null, campaign };
  return channelOf(kind, { occupation: occupations[0]!, residence, campaign }, chance);
};

/** The sign-up as its channel sends it. */
export const signUpMessage = (plan: Plan, person: number, enrolment: number): SignUpSubmitted => {
  const stated = plan.life(person).enrolments[enrolment]!;
  const means = meansOf(plan, person, enrolment, stated);
  const chance = new Chance(plan.seed, `sign-up-${enrolment}`, person);
  const payer = payerOf(plan, person, stated);
  const residence = plan.residence(person, enrolment);
  const { signedUpAt, startsOn, segment, event, flaw } = stated;
  return {
    signUpId: signUpIdOf(plan, person, enrolment, signedUpAt),
    submittedAt: jakartaText(signedUpAt),
    channel: channelFor(stated, means, { residence, payer }, chance),
    person: { ...flawed(plan.who(person), flaw, Number(dayOf(signedUpAt).slice(0, 4))), email: null },
    residence,
    segment,
    occupations: [...means.occupations],
    declaredIncome: flaw === 'income-below-least' ? FLAWED_INCOME_RUPIAH : means.incomeRupiah,
    programmes: [...means.programmes],
    startsOn,
    eventCover: event,
    employer: segment === 'PU' ? { code: payer.code!, name: payer.name! } : null,
    payer: { kind: stated.payer, code: payer.code },
    consent: { textVersion: '2022-1', givenAt: jakartaText(signedUpAt - chance.between(20, 300)) },
  };
};

/** The id of a sign-up; the same whenever it is asked for. */
export const signUpIdOf = (plan: Plan, person: number, enrolment: number, signedUpAt: number): string =>
  storyUuid(plan.seed, 'sign-up', ordinalOf(person, enrolment), signedUpAt * 1_000);
