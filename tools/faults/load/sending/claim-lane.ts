import { setTimeout as sleep } from 'node:timers/promises';
import { claimAt } from '../plan/inputs.js';
import type { ClaimPlan } from '../plan/claims.js';
import type { Ledger } from '../ledger.js';
import type { Answer, Caller } from './caller.js';

/** Cover and memberships reach claims in their own time; who asks too often keeps them from it. */
const ASK_AGAIN_FIRST_MS = 500;
const ASK_AGAIN_MAX_MS = 20_000;
const UNPROCESSABLE = 422;

/** The caller was closed before the claim was at its end. */
class GivenUp extends Error {}

const isGood = ({ status }: Answer) => status < 300;

/** Takes claims from their submission to their end, step by step, each step until there is a last word on it. */
export class ClaimLane {
  constructor(
    private readonly caller: Caller,
    private readonly ledger: Ledger,
    private readonly ended: (n: number, answer: Answer) => void,
  ) {}

  /** Begins a claim of the membership. */
  put(n: number, membershipId: string): void {
    this.ledger.note(n, 'sent');
    this.take(claimAt(this.ledger.seed, n)!, membershipId).then(
      (answer) => this.ended(n, answer),
      (error: unknown) => {
        if (!(error instanceof GivenUp)) throw error; // what was given up stands in the ledger as sent
      },
    );
  }

  private async take(claim: ClaimPlan, membershipId: string): Promise<Answer> {
    const { claimId, programme, benefit, occurredOn } = claim;
    const submitted = await this.until(
      () => this.call(claim, 'POST', '/v1/claims', { claimId, membershipId, programme, benefit, occurredOn }),
      ({ status }) => status !== UNPROCESSABLE, // the membership is not known there yet
    );
    if (!isGood(submitted)) return submitted;
    const path = `/v1/claims/${claimId}`;
    await this.call(claim, 'PUT', `${path}/evidence/chronology`, { receivedOn: occurredOn });
    const checked = await this.until(
      () => this.call(claim, 'POST', `${path}/check`, {}),
      (answer) => claim.decision === 'rejected' || !isGood(answer) || covers(answer.body),
    );
    if (!isGood(checked)) return checked;
    const decided = await this.call(claim, 'POST', `${path}/decide`, { decision: claim.decision });
    return isGood(decided) && claim.decision === 'approved' ? this.pay(claim, path) : decided;
  }

  private async pay(claim: ClaimPlan, path: string): Promise<Answer> {
    const ordered = await this.call(claim, 'POST', `${path}/disburse`, {});
    if (!isGood(ordered)) return ordered;
    const { disbursementId, amountRupiah: amount } = ordered.body;
    const { claimId, paidAt } = claim;
    const result = { disbursementId, claimId, status: 'paid', amount, paidAt };
    return this.call(claim, 'POST', '/v1/disbursement-results', result);
  }

  private async call(
    { claimId }: ClaimPlan,
    method: 'POST' | 'PUT',
    path: string,
    body: object,
  ): Promise<Answer> {
    const answer = await this.caller.call({
      service: 'claims',
      method,
      path,
      body: JSON.stringify(body),
      role: 'adjuster',
      idempotencyKey: `${claimId} ${path}`,
    });
    if (answer === null) throw new GivenUp();
    return answer;
  }

  private async until(ask: () => Promise<Answer>, isEnough: (answer: Answer) => boolean): Promise<Answer> {
    for (let waitMs = ASK_AGAIN_FIRST_MS; ; waitMs = Math.min(waitMs * 2, ASK_AGAIN_MAX_MS)) {
      const answer = await ask();
      if (isEnough(answer)) return answer;
      await sleep(waitMs);
    }
  }
}

const covers = (body: Answer['body']): boolean => {
  const check = body['check'] as { cover?: unknown } | null | undefined;
  return check?.cover != null;
};
