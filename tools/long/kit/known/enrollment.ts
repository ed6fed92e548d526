import type { System } from '../system.js';
import { CHANNEL, DAY } from './bearers.js';
import type { KnownOperations } from './known.js';
import { join, signUpOf, someone, tableOf } from './people.js';
import { rowsIn } from './rows-in.js';

interface Membership {
  readonly id: string;
}

const OPEN = `select membership_id as id from membership
              where ended_on is null and event_cover is null and registered_on < $1 order by 1 limit 3`;

const SUBMITTED_AT = `${DAY}T09:30:00+07:00`;
const EVENT = {
  reached: 7,
  channelCode: 'FUZZ-4',
  organiser: 'FUZZ-6',
  from: DAY,
  through: DAY,
};
const SPONSOR = { kind: 'sponsor', personMonths: 1_000_000 };
const FILE = tableOf(signUpOf(1));

/** Three memberships of the sample, one of which ends. */
const ofMemberships = async (system: System): Promise<KnownOperations> => {
  const [shown, changed, ended] = await rowsIn<Membership>(system, 'enrollment', OPEN, [DAY]);
  return {
    'GET /v1/memberships/{membershipId}': { path: { membershipId: shown!.id } },
    'GET /v1/memberships/{membershipId}/contact': { path: { membershipId: shown!.id } },
    'PATCH /v1/memberships/{membershipId}': {
      path: { membershipId: changed!.id },
      body: { effectiveOn: DAY, changes: { residence: '33.72' } },
    },
    'POST /v1/memberships/{membershipId}/end': {
      path: { membershipId: ended!.id },
      body: { endedOn: DAY, reason: 'left' },
    },
  };
};

/** People who signed up for this: one who was taken for two, one to be forgotten, two under one NIK. */
const ofPersons = async (system: System): Promise<KnownOperations> => {
  const [kept, twice, forgotten] = [
    await join(system, signUpOf(2)),
    await join(system, signUpOf(3)),
    await join(system, signUpOf(4)),
  ];
  const { person, signUpId } = signUpOf(2);
  const employed = { segment: 'PU', employer: { code: 'FUZZ-2', name: 'a trial' } } as const;
  const doubted = { ...employed, person: { ...person, fullName: 'Budi Santoso' } };
  const { membershipId } = await join(system, signUpOf(5, doubted));
  return {
    'GET /v1/sign-ups/{signUpId}': { path: { signUpId } }, // its channel may see it, too
    'POST /v1/person-look-ups': { body: { nik: person.nik } },
    'GET /v1/persons/{personId}/data': { path: { personId: kept.personId } },
    'POST /v1/persons/{personId}/merge': {
      path: { personId: twice.personId },
      body: { into: kept.personId },
    },
    'POST /v1/persons/{personId}/erasure': { path: { personId: forgotten.personId } },
    'GET /v1/identity-reviews/{membershipId}': { path: { membershipId } },
    'POST /v1/identity-reviews/{membershipId}/settle': {
      path: { membershipId },
      body: { verdict: 'same-person' },
    },
  };
};

/** Codes of registers that nobody else uses, and who is enrolled under them. */
const ofRegisters = async (system: System): Promise<KnownOperations> => {
  const enter = (path: string, body: object) =>
    system.tell('enrollment', { method: 'PUT', path, role: 'officer', body });
  await enter('/v1/sponsors/FUZZ-3', SPONSOR);
  await enter('/v1/events/FUZZ-4', EVENT);
  const members = [{ ...someone(6), occupations: ['street-trader'] }];
  return {
    'PUT /v1/channels/{code}': { path: { code: 'FUZZ-1' }, body: { kind: 'market' } },
    'GET /v1/channels/{code}': { path: { code: 'AGENT-01' } },
    'PUT /v1/agents/{code}': { path: { code: 'FUZZ-5' }, body: { channelCode: 'FUZZ-1' } },
    'GET /v1/agents/{code}': { path: { code: 'FUZZ-5' } },
    'PUT /v1/employers/{code}': { path: { code: 'FUZZ-2' }, body: { riskGroup: 'low' } },
    'GET /v1/employers/{code}': { path: { code: 'FUZZ-2' } },
    'PUT /v1/sponsors/{code}': { path: { code: 'FUZZ-3' }, body: SPONSOR },
    'GET /v1/sponsors/{code}': { path: { code: 'FUZZ-3' } },
    'GET /v1/sponsors/{code}/budget': { path: { code: 'FUZZ-3' } },
    'GET /v1/sponsors/{code}/conversion': { path: { code: 'FUZZ-3' } },
    'POST /v1/sponsors/{code}/members': {
      path: { code: 'FUZZ-3' },
      body: { submittedAt: SUBMITTED_AT, from: '2025-01', months: 3, members },
    },
    'PUT /v1/events/{code}': { path: { code: 'FUZZ-4' }, body: EVENT },
    'GET /v1/events/{code}': { path: { code: 'BANJARSARI-2024' } },
    'GET /v1/events/{code}/conversion': { path: { code: 'FUZZ-4' } },
    'POST /v1/events/{code}/participants': {
      path: { code: 'FUZZ-4' },
      body: { submittedAt: SUBMITTED_AT, participants: [someone(7)] },
    },
  };
};

/** What is known of enrollment: of the sample, and of people and codes that were entered for this. */
export const ofEnrollment = async (system: System): Promise<KnownOperations> => {
  const { batchId } = await system.tell<{ batchId: string }>('enrollment', {
    method: 'POST',
    path: '/v1/sign-up-batches',
    role: 'channel',
    as: { channel: CHANNEL },
    body: FILE,
    type: 'text/csv',
  });
  return {
    ...(await ofMemberships(system)),
    ...(await ofPersons(system)),
    ...(await ofRegisters(system)),
    'POST /v1/sign-ups': { body: signUpOf(8) },
    'POST /v1/sign-up-batches': { body: FILE },
    'GET /v1/sign-up-batches/{batchId}': { path: { batchId } },
    'GET /v1/sign-up-batches/{batchId}/results': { path: { batchId } },
    'PUT /v1/region-changes/{code}': { path: { code: '99.99.99' }, body: { becomes: '33.72' } },
  };
};
