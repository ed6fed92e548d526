import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { SignUpTold } from './messages.js';
import { Person, SignUp } from './tables.js';

/** What becomes of a sign-up; null when it was there already. */
export const storeSignUp = async (manager: EntityManager, told: SignUpTold): Promise<SignUp | null> => {
  const { signUpId, person, residence: village } = told;
  if (await manager.existsBy(SignUp, { signUpId })) return null;
  const { nik, fullName, birthDate } = person;
  const known = await manager.findOneBy(Person, { nik });
  const personId = known?.personId ?? randomUUID();
  if (known === null) await manager.insert(Person, { personId, nik, fullName, birthDate });
  const signUp = { signUpId, membershipId: randomUUID(), personId, village, form: told };
  await manager.insert(SignUp, signUp);
  return signUp;
};
