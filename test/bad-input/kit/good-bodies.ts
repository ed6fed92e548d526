import { randomUUID } from 'node:crypto';
import { paymentSettled, signUpSubmitted } from '#libs/contracts';

const reference = { regions: ['33.72'], source: 'a test' };
const reason = { reason: 'a test' };

const { person, residence, consent, occupations } = signUpSubmitted.example;
const listed = () => ({ signUpId: randomUUID(), person, residence, consent });
const submittedAt = '2024-12-17T09:30:00+07:00';

const feature = () => {
  const corners = [
    [110, -7],
    [111, -7],
    [111, -8],
    [110, -7],
  ];
  return {
    type: 'Feature',
    properties: { code: '33.72' },
    geometry: { type: 'Polygon', coordinates: [corners] },
  };
};

/** A body that is well-formed, about something new, for each operation that takes one. */
const BODIES: Readonly<Record<string, () => object | string>> = {
  'POST /v1/sign-ups': () => ({ ...signUpSubmitted.example, signUpId: randomUUID() }),
  'POST /v1/sign-up-batches': () =>
    `${JSON.stringify({ ...signUpSubmitted.example, signUpId: randomUUID() })}\n`,
  'POST /v1/events/{code}/participants': () => ({ submittedAt, participants: [listed()] }),
  'POST /v1/sponsors/{code}/members': () => ({
    submittedAt,
    from: '2025-01',
    months: 3,
    members: [{ ...listed(), occupations }],
  }),
  'PATCH /v1/memberships/{membershipId}': () => ({
    effectiveOn: '2024-12-01',
    changes: { residence: '33.72' },
  }),
  'POST /v1/memberships/{membershipId}/end': () => ({ endedOn: '2024-12-01', reason: 'left' }),
  'PUT /v1/channels/{code}': () => ({ kind: 'market' }),
  'PUT /v1/agents/{code}': () => ({ channelCode: 'PKL-MANAHAN' }),
  'POST /v1/identity-reviews/{membershipId}/settle': () => ({ verdict: 'same-person' }),
  'PUT /v1/region-changes/{code}': () => ({ becomes: '33.72' }),
  'POST /v1/person-look-ups': () => ({ nik: person.nik }),
  'POST /v1/persons/{personId}/merge': () => ({ into: randomUUID() }),
  'PUT /v1/sponsors/{code}': () => ({ kind: 'sponsor' }),
  'PUT /v1/employers/{code}': () => ({ riskGroup: 'low' }),
  'PUT /v1/events/{code}': () => ({ reached: 7 }),
  'POST /v1/payments': () => ({ ...paymentSettled.example, paymentId: randomUUID() }),
  'POST /v1/payment-batches': () =>
    `paymentId,gateway,method,paymentCode,amount,settledAt\n${randomUUID()},x,qris,7,16800,2024-12-01T09:00:00+07:00\n`,
  'POST /v1/unmatched/{id}/match': () => ({ ...reason, membershipId: randomUUID() }),
  'POST /v1/unmatched/{id}/refund': () => reason,
  'POST /v1/reconciliations': () => 'reference,amount\nP-1,16800\n',
  'POST /v1/reconciliations/{id}/breaks/{number}/settle': () => reason,
  'POST /v1/claims': () => ({
    claimId: randomUUID(),
    membershipId: randomUUID(),
    programme: 'JKK',
    benefit: 'accident-care',
    occurredOn: '2024-12-01',
  }),
  'POST /v1/claims/{id}/decide': () => ({ decision: 'approved' }),
  'POST /v1/claims/{id}/appeal': () => ({ why: 'a test' }),
  'PUT /v1/claims/{id}/findings': () => ({ care: { medical: 750_000 } }),
  'PUT /v1/claims/{id}/account': () => ({ bank: '008', number: '1234567890' }),
  'POST /v1/claims/{id}/account/correction': () => ({
    bank: '008',
    number: '1234567890',
    why: 'a test',
  }),
  'PUT /v1/claims/{id}/evidence/{kind}': () => ({ receivedOn: '2024-12-01' }),
  'PUT /v1/claims/{id}/evidence/{kind}/file': () => '%PDF-1.7\n',
  'POST /v1/disbursement-result-batches': () =>
    `disbursementId,claimId,status,amount,paidAt\n${randomUUID()},${randomUUID()},paid,1,2024-12-01T09:00:00+07:00\n`,
  'POST /v1/disbursement-results': () => ({
    disbursementId: randomUUID(),
    claimId: randomUUID(),
    status: 'paid',
    amount: 1,
    paidAt: '2024-12-01T09:00:00+07:00',
  }),
  'PUT /v1/denominators/{id}': () => ({
    ...reference,
    definition: 'a test',
    value: 7,
    asOf: '2024-12-01',
  }),
  'PUT /v1/targets/{id}': () => ({ ...reference, kind: 'stock', value: 7, publisher: 'a test' }),
  'PUT /v1/areas/{code}': () => ({ name: 'a test', regions: ['33.72'] }),
  'PUT /v1/campaigns/{code}': () => ({ reached: 7 }),
  'POST /v1/references/import': () =>
    `id,definition,regions,value,asOf,source\n${randomUUID()},a test,33.72,7,2024-12-01,a test\n`,
  'PUT /v1/region-outlines': () => ({ type: 'FeatureCollection', features: [feature()] }),
  'POST /v1/parked/{id}/retry': () => reason,
  'POST /v1/parked/{id}/discard': () => reason,
};

/** A good body for the operation, or none where it takes none. Throws for an operation that has no example here yet. */
export const goodBodyOf = (operation: { method: string; path: string; takes: string | null }) => {
  if (operation.takes === null) return undefined;
  const name = `${operation.method} ${operation.path}`;
  const make = BODIES[name];
  if (!make) throw new Error(`${name} has no example of a good body yet`);
  const body = make();
  return typeof body === 'string' ? body : JSON.stringify(body);
};
