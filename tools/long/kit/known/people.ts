import { signUpSubmitted, type SignUpSubmitted } from '#libs/contracts';
import { csvOf } from '#libs/http';
import type { System } from '../system.js';
import { CHANNEL } from './bearers.js';
import { rowsIn } from './rows-in.js';

/** Signed up in trials alone: nobody of the sample has such a number. */
const SERIAL = 9_000;

const { person, residence, occupations, consent, ...example } = signUpSubmitted.example;

const signUpIdOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Somebody, as lists of people have it. */
export const someone = (number: number) => ({
  signUpId: signUpIdOf(number),
  person: { ...person, nik: `337205570890${SERIAL + number}` },
  residence,
  consent,
});

/** Somebody who signs up with the channel whose token is used. */
export const signUpOf = (number: number, changed: Partial<SignUpSubmitted> = {}): SignUpSubmitted => ({
  ...example,
  occupations,
  ...someone(number),
  channel: { kind: 'kiosk', code: CHANNEL },
  ...changed,
});

/** What a sign-up states, by dotted name; what it leaves open is left out. */
const cellsOf = (part: object, before = ''): (readonly [string, string | number])[] =>
  Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    if (value === null) return [];
    if (Array.isArray(value)) return [[before + name, value.join(' ')] as const];
    if (typeof value === 'object') return cellsOf(value as object, `${before}${name}.`);
    return [[before + name, value as string | number] as const];
  });

/** A table with one sign-up. */
export const tableOf = (signUp: SignUpSubmitted): string => {
  const row = Object.fromEntries(cellsOf(signUp));
  return csvOf(Object.keys(row), [row]);
};

/** A membership with whom it is of. */
export interface Joined {
  readonly membershipId: string;
  readonly personId: string;
}

/** Signs somebody up. */
export const join = async (system: System, body: SignUpSubmitted): Promise<Joined> => {
  const sent = { method: 'POST', path: '/v1/sign-ups', role: 'officer', body };
  const { membershipId } = await system.tell<{ membershipId: string }>('enrollment', sent);
  const sql = 'select person_id as "personId" from membership where membership_id = $1';
  const [row] = await rowsIn<{ personId: string }>(system, 'enrollment', sql, [membershipId]);
  return { membershipId, personId: row!.personId };
};
