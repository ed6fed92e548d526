import type { SignUpForm } from './sign-up.js';

const INSTANT = /^(.*?)(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})$/i;

/** An instant whatever its offset and however many digits its fraction is written with. */
const instantKey = (instant: string): string => {
  const [, seconds, fraction = '', offset] = INSTANT.exec(instant) ?? [];
  return `${Date.parse(`${seconds}${offset}`)}.${fraction.replace(/0+$/, '')}`;
};

/**
 * A text that two sign-ups share exactly when their contents are the same: known fields only, whatever their order,
 * absent as null, instants as instants. It holds personal data; store nothing but a keyed hash of it.
 */
export const contentKey = (form: SignUpForm): string => {
  const { channel, person, eventCover, employer, payer, consent } = form;
  return JSON.stringify([
    form.signUpId.toLowerCase(),
    instantKey(form.submittedAt),
    [channel.kind, channel.code, channel.agent ?? null, channel.campaign ?? null],
    [person.nik, person.fullName, person.birthDate, person.sex],
    [person.mobile ?? null, person.email ?? null, person.address ?? null],
    form.residence ?? null,
    form.segment,
    form.occupations,
    form.declaredIncome,
    form.programmes,
    form.startsOn,
    eventCover ? [eventCover.name, eventCover.from, eventCover.through] : null,
    employer ? [employer.code, employer.name ?? null] : null,
    [payer.kind, payer.code ?? null],
    [consent.textVersion, instantKey(consent.givenAt)],
  ]);
};
