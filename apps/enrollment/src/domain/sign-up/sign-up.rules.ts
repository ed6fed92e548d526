import { ageOn, daysBetween, type Day, type Reason } from '#libs/kernel';
import type { Identity } from '../identity/identity.js';
import { isActiveOn, type ActiveDays, type Entries } from '../register/register.js';
import { readNik, type NikReading } from '../nik/nik.js';
import {
  BPU_AGE_LIMIT_YEARS,
  EVENT_COVER_DAYS_MAX,
  JOBS_MAX,
  LEAST_BPU_INCOME_RUPIAH,
  LEAST_WORKING_AGE_YEARS,
} from './limits.js';
import { isOffered, type EmployerSize } from './programmes-offered.js';
import type { SignUpForm } from './sign-up.js';

/** What the rules ask of an agent. */
export type AgentEntry = Pick<Entries['agent'], 'channelCode' | 'from' | 'through'>;

/** What a rule may ask beyond the form itself. */
export interface SignUpFacts {
  readonly registeredOn: Day;
  readonly isOccupation: (code: string) => boolean;
  readonly isRegion: (code: string) => boolean;
  /** What a code of residence stands for on the day of registration; the same where it became no other. */
  readonly placeOf: (code: string) => string;
  /** `null` where nobody recorded the channel. */
  readonly channelOf: (code: string) => ActiveDays | null;
  /** `null` where nobody recorded the agent. */
  readonly agentOf: (code: string) => AgentEntry | null;
  /** `null` where nobody recorded the employer. */
  readonly employerSize: (code: string) => EmployerSize | null;
  /** What was stated under the NIK before; nothing for somebody who is new. */
  readonly identities: readonly Identity[];
  /** Whether a membership is paid for on each of the days; asked where somebody pays for a list. */
  readonly isPaidThroughout: (membershipId: string, from: Day, through: Day) => boolean;
}

/** `null`: no registry can have issued the NIK. */
type Nik = NikReading | null;

/** A rule and the reason that it gives where it is broken. */
type Rule = readonly [Reason, (form: SignUpForm, facts: SignUpFacts, nik: Nik) => boolean];

const isSelfEmployed = (form: SignUpForm) => form.segment === 'BPU';
const ageAtRegistration = (form: SignUpForm, facts: SignUpFacts) =>
  ageOn(form.person.birthDate, facts.registeredOn);
const isAfter = (instant: string, other: string) => Date.parse(instant) > Date.parse(other);

const isOfferedTo = (
  { segment, programmes, employer }: SignUpForm,
  { registeredOn, employerSize }: SignUpFacts,
) => isOffered(segment, programmes, registeredOn, employer ? employerSize(employer.code) : null);

const hasImpossibleEvent = ({ eventCover }: SignUpForm) =>
  eventCover != null &&
  (eventCover.from > eventCover.through ||
    daysBetween(eventCover.from, eventCover.through) >= EVENT_COVER_DAYS_MAX);

/** By regency: districts are split and renumbered. A code that nobody knows says nothing of where it is. */
const livesElsewhere = ({ residence }: SignUpForm, { isRegion }: SignUpFacts, { regency }: NikReading) =>
  residence != null && isRegion(residence) && residence.includes('.') && !residence.startsWith(regency);

const isClosedChannel = ({ channel }: SignUpForm, { channelOf, registeredOn }: SignUpFacts) => {
  const entry = channelOf(channel.code);
  return entry !== null && !isActiveOn(entry, registeredOn);
};

/** Somebody else's agent, or one who no longer works, or not yet. */
const isForeignAgent = ({ channel }: SignUpForm, { agentOf, registeredOn }: SignUpFacts) => {
  const entry = channel.agent == null ? null : agentOf(channel.agent);
  return entry !== null && (entry.channelCode !== channel.code || !isActiveOn(entry, registeredOn));
};

const REFUSALS: readonly Rule[] = [
  ['nik-implausible', (_form, _facts, nik) => nik === null],
  ['too-old', (form, facts) => isSelfEmployed(form) && ageAtRegistration(form, facts) >= BPU_AGE_LIMIT_YEARS],
  ['too-young', (form, facts) => ageAtRegistration(form, facts) < LEAST_WORKING_AGE_YEARS],
  ['income-below-least', (form) => isSelfEmployed(form) && form.declaredIncome < LEAST_BPU_INCOME_RUPIAH],
  ['income-missing', (form) => !isSelfEmployed(form) && form.declaredIncome <= 0],
  ['programme-not-offered', (form, facts) => !isOfferedTo(form, facts)],
  ['too-many-jobs', (form) => form.occupations.length > JOBS_MAX],
  ['consent-after-sign-up', (form) => isAfter(form.consent.givenAt, form.submittedAt)],
  [
    'employer-missing',
    (form) => (form.segment === 'PU' || form.segment === 'JAKON') && form.employer == null,
  ],
  ['event-cover-not-offered', (form) => form.eventCover != null && !isSelfEmployed(form)],
  ['event-cover-invalid', hasImpossibleEvent],
  ['payer-may-not-be-self', (form) => form.eventCover != null && form.payer.kind === 'self'],
];

const WARNINGS: readonly Rule[] = [
  ['nik-birth-date-differs', ({ person }, _facts, nik) => nik?.birthDate !== person.birthDate],
  ['nik-sex-differs', ({ person }, _facts, nik) => nik?.sex !== person.sex],
  ['nik-region-differs', (form, facts, nik) => nik !== null && livesElsewhere(form, facts, nik)],
  ['unknown-channel', (form, facts) => facts.channelOf(form.channel.code) === null],
  ['channel-closed', isClosedChannel],
  ['unknown-agent', ({ channel }, facts) => channel.agent != null && facts.agentOf(channel.agent) === null],
  ['agent-of-other-channel', isForeignAgent],
  ['unknown-occupation', (form, facts) => !form.occupations.every(facts.isOccupation)],
  [
    'unknown-region',
    (form, facts) => form.residence != null && !facts.isRegion(facts.placeOf(form.residence)),
  ],
  ['residence-missing', (form) => form.residence == null],
];

const broken = (rules: readonly Rule[], form: SignUpForm, facts: SignUpFacts, nik: Nik): Reason[] =>
  rules.filter(([, applies]) => applies(form, facts, nik)).map(([reason]) => reason);

/** What the rules say of a sign-up. Refusals are every reason for which it may not go on; warnings forbid nothing. */
export interface Judgement {
  readonly refusals: readonly Reason[];
  readonly warnings: readonly Reason[];
}

export const judge = (form: SignUpForm, facts: SignUpFacts): Judgement => {
  const nik = readNik(form.person.nik, form.person.birthDate);
  const refusals = broken(REFUSALS, form, facts, nik);
  return { refusals, warnings: refusals.length > 0 ? [] : broken(WARNINGS, form, facts, nik) };
};
