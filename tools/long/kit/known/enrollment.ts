import { signUpSubmitted } from '#libs/contracts';
import type { System } from '../system.js';
import { CHANNEL, DAY } from './bearers.js';
import type { KnownOperations } from './known.js';
import { rowsIn } from './rows-in.js';

interface Membership {
  readonly id: string;
  readonly signUpId: string;
}

const OPEN = `select membership_id as id, sign_up_id as "signUpId" from membership
              where ended_on is null and event_cover is null and registered_on < $1 order by 1 limit 3`;

/** Three memberships of the sample, one of which ends; codes of registers that nobody else uses. */
export const ofEnrollment = async (system: System): Promise<KnownOperations> => {
  const [shown, changed, ended] = await rowsIn<Membership>(system, 'enrollment', OPEN, [DAY]);
  const { channel, ...signUp } = signUpSubmitted.example;
  return {
    'POST /v1/sign-ups': { body: { ...signUp, channel: { ...channel, code: CHANNEL } } },
    'GET /v1/sign-ups/{signUpId}': { path: { signUpId: shown!.signUpId } },
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
    'PUT /v1/channels/{code}': { path: { code: 'FUZZ-1' }, body: { kind: 'market' } },
    'GET /v1/channels/{code}': { path: { code: 'AGENT-01' } },
    'PUT /v1/agents/{code}': { path: { code: 'FUZZ-5' }, body: { channelCode: 'FUZZ-1' } },
    'GET /v1/agents/{code}': { path: { code: 'FUZZ-5' } },
    'GET /v1/sponsors/{code}': { path: { code: 'FUZZ-3' } },
    'GET /v1/sponsors/{code}/conversion': { path: { code: 'FUZZ-3' } },
    'GET /v1/employers/{code}': { path: { code: 'FUZZ-2' } },
    'GET /v1/events/{code}': { path: { code: 'BANJARSARI-2024' } },
    'PUT /v1/region-changes/{code}': { path: { code: '99.99.99' }, body: { becomes: '33.72' } },
    'POST /v1/person-look-ups': { body: { nik: signUp.person.nik } },
    'PUT /v1/employers/{code}': { path: { code: 'FUZZ-2' }, body: { riskGroup: 'low' } },
    'PUT /v1/sponsors/{code}': { path: { code: 'FUZZ-3' }, body: { kind: 'sponsor' } },
    'PUT /v1/events/{code}': { path: { code: 'FUZZ-4' }, body: { reached: 7 } },
  };
};
