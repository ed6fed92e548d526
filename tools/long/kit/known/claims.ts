import { randomUUID } from 'node:crypto';
import type { System } from '../system.js';
import type { KnownOperations } from './known.js';

interface Claim {
  readonly claimId: string;
  readonly membershipId: string;
  readonly programme: string;
  readonly benefit: string;
  readonly occurredOn: string;
  readonly decision: { readonly amountRupiah: number };
  readonly disbursements: readonly { readonly disbursementId: string; readonly paidAt: string }[];
}

/** A scan of a paper, as far as anybody looks into it. */
const SCAN = '%PDF-1.7\n';

const REJECTED = { decision: 'rejected', reasons: ['event-not-insured'] };

type Step = Partial<Parameters<System['tell']>[1]>;

/** Claims for the same event as this one, brought as far as they are wanted. */
const deskOf = (system: System, claim: object) => {
  const send = (path: string, step: Step = {}): Promise<Claim> =>
    system.tell('claims', { method: 'POST', path: `/v1/claims${path}`, role: 'adjuster', ...step });
  const submitted = async () => (await send('', { body: claim })).claimId;
  const checked = async () => (await send(`/${await submitted()}/check`)).claimId;
  const rejected = async () => (await send(`/${await checked()}/decide`, { body: REJECTED })).claimId;
  return { send, submitted, checked, rejected };
};

const paidOf = async (system: System): Promise<Claim> => {
  const path = '/v1/claims?status=paid&limit=1000';
  const { items } = await system.ask<{ items: Claim[] }>('claims', path, 'adjuster');
  return items.find(({ benefit }) => benefit === 'accident-care')!;
};

/** A paid claim of the sample, and others for the same accident: open, checked, rejected. */
export const ofClaims = async (system: System): Promise<KnownOperations> => {
  const { claimId, membershipId, programme, benefit, occurredOn, decision, disbursements } =
    await paidOf(system);
  const claim = { membershipId, programme, benefit, occurredOn };
  const { send, submitted, checked, rejected } = deskOf(system, claim);
  const open = await submitted();
  const paper = { id: open, kind: 'receipts' };
  await send(`/${open}/evidence/${paper.kind}/file`, { method: 'PUT', body: SCAN, type: 'application/pdf' });
  const { disbursementId, paidAt } = disbursements[0]!;
  return {
    'POST /v1/claims': { body: { ...claim, claimId: randomUUID() } },
    'GET /v1/claims/{id}': { path: { id: claimId } },
    'GET /v1/claims/{id}/steps': { path: { id: claimId } },
    'POST /v1/claims/{id}/check': { path: { id: open } },
    'PUT /v1/claims/{id}/findings': {
      path: { id: await submitted() },
      body: { care: { medical: 750_000 } },
    },
    'PUT /v1/claims/{id}/account': {
      path: { id: open },
      body: { bank: '008', number: '1234567890' },
    },
    'POST /v1/claims/{id}/account/correction': {
      path: { id: claimId },
      body: { bank: '008', number: '1234567890', why: 'a test' },
    },
    'PUT /v1/claims/{id}/evidence/{kind}': {
      path: { id: open, kind: 'chronology' },
      body: { receivedOn: occurredOn },
    },
    'PUT /v1/claims/{id}/evidence/{kind}/file': { path: paper, body: SCAN },
    'GET /v1/claims/{id}/evidence/{kind}/file': { path: paper },
    'POST /v1/claims/{id}/decide': { path: { id: await checked() }, body: REJECTED },
    'POST /v1/claims/{id}/appeal': { path: { id: await rejected() }, body: { why: 'a trial' } },
    'POST /v1/claims/{id}/close': { path: { id: await rejected() } },
    'POST /v1/claims/{id}/disburse': { path: { id: claimId } },
    'POST /v1/disbursement-result-batches': {
      body: `disbursementId,claimId,status,amount,paidAt\n${disbursementId},${claimId},paid,${decision.amountRupiah},${paidAt}\n`,
    },
    'POST /v1/disbursement-results': {
      body: { claimId, disbursementId, status: 'paid', amount: decision.amountRupiah, paidAt },
    },
  };
};
