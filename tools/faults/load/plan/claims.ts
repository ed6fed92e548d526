import { idOf } from './ids.js';

/** A claim from its submission to its end. */
export interface ClaimPlan {
  readonly claimId: string;
  readonly decision: 'approved' | 'rejected';
  readonly programme: string;
  readonly benefit: string;
  readonly occurredOn: string;
  readonly paidAt: string;
}

/** What a funeral grant comes to. */
export const FUNERAL_RUPIAH = 10_000_000;

/** The claim that input `n` is: a funeral that is paid, or an accident on a day without cover. */
export const claimOf = (seed: number, n: number, decision: 'approved' | 'rejected'): ClaimPlan => ({
  claimId: idOf('claim', seed, n),
  decision,
  programme: decision === 'approved' ? 'JKM' : 'JKK',
  benefit: decision === 'approved' ? 'funeral' : 'accident-care',
  occurredOn: '2025-03-10',
  paidAt: '2025-04-01T09:00:00+07:00',
});
