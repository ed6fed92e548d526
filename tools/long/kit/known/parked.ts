import type { KnownOperations } from './known.js';

/** What can be done about three messages that were set aside: each for one operation. */
export const ofParked = ([shown, retried, discarded]: readonly string[]): KnownOperations => ({
  'GET /v1/parked/{id}': { path: { id: shown! } },
  'POST /v1/parked/{id}/retry': { path: { id: retried! }, body: { reason: 'once more' } },
  'POST /v1/parked/{id}/discard': { path: { id: discarded! }, body: { reason: 'no message at all' } },
});
