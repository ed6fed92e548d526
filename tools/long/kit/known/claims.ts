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

const attach = async (system: System, path: string): Promise<void> => {
  const authorization = `Bearer ${await system.token('adjuster')}`;
  const headers = { authorization, 'content-type': 'application/pdf' };
  const answer = await fetch(`${system.stack.services.claims}${path}`, {
    method: 'PUT',
    headers,
    body: SCAN,
  });
  if (!answer.ok) throw new Error(`${answer.status} PUT ${path}: ${await answer.text()}`);
};

const REJECTED = { decision: 'rejected', reasons: ['event-not-insured'] };

/** A paid claim of the sample, and others for the same event: one open, one checked. */
export const ofClaims = async (system: System): Promise<KnownOperations> => {
  const { items } = await system.ask<{ items: Claim[] }>(
    'claims',
    '/v1/claims?status=paid&limit=1',
    'adjuster',
  );
  const { claimId, membershipId, programme, benefit, occurredOn, decision, disbursements } = items[0]!;
  const claim = { membershipId, programme, benefit, occurredOn };
  const submit = () =>
    system.tell<Claim>('claims', { method: 'POST', path: '/v1/claims', role: 'adjuster', body: claim });
  const [open, checked] = [await submit(), await submit()];
  const check = `/v1/claims/${checked.claimId}/check`;
  await system.tell('claims', { method: 'POST', path: check, role: 'adjuster' });
  const paper = { id: open.claimId, kind: 'receipts' };
  await attach(system, `/v1/claims/${paper.id}/evidence/${paper.kind}/file`);
  const { disbursementId, paidAt } = disbursements[0]!;
  return {
    'POST /v1/claims': { body: { ...claim, claimId: randomUUID() } },
    'GET /v1/claims/{id}': { path: { id: claimId } },
    'POST /v1/claims/{id}/check': { path: { id: open.claimId } },
    'PUT /v1/claims/{id}/account': {
      path: { id: open.claimId },
      body: { bank: '008', number: '1234567890' },
    },
    'POST /v1/claims/{id}/account/correction': {
      path: { id: claimId },
      body: { bank: '008', number: '1234567890', why: 'a test' },
    },
    'PUT /v1/claims/{id}/evidence/{kind}': {
      path: { id: open.claimId, kind: 'chronology' },
      body: { receivedOn: occurredOn },
    },
    'PUT /v1/claims/{id}/evidence/{kind}/file': { path: paper, body: SCAN },
    'GET /v1/claims/{id}/evidence/{kind}/file': { path: paper },
    'POST /v1/claims/{id}/decide': { path: { id: checked.claimId }, body: REJECTED },
    'POST /v1/claims/{id}/disburse': { path: { id: claimId } },
    'POST /v1/disbursement-result-batches': {
      body: `disbursementId,claimId,status,amount,paidAt\n${disbursementId},${claimId},paid,${decision.amountRupiah},${paidAt}\n`,
    },
    'POST /v1/disbursement-results': {
      body: { claimId, disbursementId, status: 'paid', amount: decision.amountRupiah, paidAt },
    },
  };
};
