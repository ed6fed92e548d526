import { randomInt, randomUUID } from 'node:crypto';
import { signUpSubmitted, type SignUpSubmitted } from '#libs/contracts';
import type { Secret } from './forms.js';

/** Somebody who is nobody: words that stand nowhere else, and numbers that nobody has. */
export interface Canary {
  readonly name: string;
  readonly person: SignUpSubmitted['person'];
  /** Digits behind the country's code. */
  readonly phone: string;
  readonly declaredIncome: number;
}

const SYLLABLES = ['wlk', 'zqu', 'tjo', 'kwe', 'vri', 'xan', 'dhy', 'gzo'];
const word = (count: number) => Array.from({ length: count }, () => SYLLABLES[randomInt(8)]!).join('');
const WORD_SYLLABLES = 5;
const SERIALS = 9_000;
const PHONES = 1_000_000_000;
/** Above the last bracket, whose basis is published: the income itself is not. */
const INCOMES_FROM = 31_000_000;
const INCOMES = 1_000_000;

const canary = (name: string): Canary => {
  const [first, last] = [word(WORD_SYLLABLES), word(WORD_SYLLABLES)];
  const phone = `8${String(PHONES + randomInt(PHONES)).padStart(10, '0')}`;
  return {
    name,
    phone,
    declaredIncome: INCOMES_FROM + randomInt(INCOMES),
    person: {
      nik: `337205${String(41 + randomInt(28))}0990${String(1_000 + randomInt(SERIALS))}`,
      fullName: `${first} ${last}`,
      birthDate: '1990-09-17',
      sex: 'female',
      mobile: `+62${phone}`,
      email: `${word(WORD_SYLLABLES)}@example.org`,
      address: `Jl. ${word(WORD_SYLLABLES)} 7`,
    },
  };
};

/** The people of one scan. */
export const canaries = (): readonly Canary[] => ['A', 'B', 'C'].map(canary);

/** All that a person's data must not be seen of. */
export const secretsOf = ({ name, person, phone, declaredIncome }: Canary): readonly Secret[] => {
  const secret = (what: string, text: string): Secret => ({ what: `${name} ${what}`, text });
  return [
    secret('nik', person.nik),
    secret('name', person.fullName),
    ...person.fullName.split(' ').map((part) => secret('name', part)),
    ...['+62', '62', '0', ''].map((prefix) => secret('phone', `${prefix}${phone}`)),
    secret('email', person.email!),
    secret('address', person.address!),
    secret('income', String(declaredIncome)),
  ];
};

/** A sign-up of the person; the rest as in the contract's example. */
export const signUpOf = (
  { person, declaredIncome }: Canary,
  changed: Partial<SignUpSubmitted> = {},
): SignUpSubmitted => ({
  ...signUpSubmitted.example,
  signUpId: randomUUID(),
  person,
  declaredIncome,
  ...changed,
});
