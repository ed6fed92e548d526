import { signUpsTopic } from '#libs/contracts';
import { preload } from '../inputs/preload.js';
import { signUpIdOf, signUpMessages, type Dates } from '../inputs/sign-ups.js';
import { ReaderProcess } from '../outside/reader-process.js';
import { allTaken } from '../rig/positions.js';
import type { Rig } from '../rig/rig.js';
import { EVENTS_PER_SIGN_UP, SAID_ON } from './register-sign-ups-from-kafka.js';

const WITHIN_MS = 900_000;
const CODES = `select sign_up_id as "signUpId", result ->> 'paymentCode' as code from sign_up`;

/** The payment codes of people that were signed up, by the number of the person. */
export const codesIn = async (
  rig: Rig,
  database: string,
  seed: number,
  persons: number,
): Promise<string[]> => {
  const rows = await rig.databases.query<{ signUpId: string; code: string }>(database, CODES);
  const codes = new Map(rows.map(({ signUpId, code }) => [signUpId, code]));
  return Array.from({ length: persons }, (_, number) => {
    const code = codes.get(signUpIdOf(seed, number));
    if (!code) throw new Error(`person ${number} was not registered`);
    return code;
  });
};

/** Has enrollment register so many persons, and publish that, in a database of this name; not measured. */
export const registerPeople = async (
  rig: Rig,
  { seed, persons, database, dates }: { seed: number; persons: number; database: string; dates?: Dates },
): Promise<string[]> => {
  await preload(rig.client, signUpMessages(seed, persons, dates));
  const awaited = persons * EVENTS_PER_SIGN_UP;
  const reader = await ReaderProcess.start(rig, { topics: SAID_ON, fields: {}, awaited });
  const enrollment = await rig.start('enrollment', await rig.databases.create(database));
  await reader.reached(WITHIN_MS);
  await reader.stop();
  await allTaken(rig, { database, topics: [signUpsTopic.name], withinMs: WITHIN_MS });
  await enrollment.ready;
  await enrollment.stop();
  return codesIn(rig, database, seed, persons);
};
