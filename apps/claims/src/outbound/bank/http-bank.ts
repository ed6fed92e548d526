import { kinds } from '#libs/contracts';
import { Bank, type BankAnswer, type Transfer } from '../../use-cases/bank.js';

/** What the bank's program answers about a transfer. */
interface Answered {
  readonly status?: unknown;
  readonly bankReference?: unknown;
  readonly amount?: unknown;
  readonly paidAt?: unknown;
  readonly reason?: unknown;
}

const SILENCE: BankAnswer = { kind: 'silence' };
const NOT_FOUND = 404;
/** Longer references than this are none that a bank gives. */
const reference = kinds.text(100);

/**
 * The answer in what came over the wire; anything that cannot be read as one is silence. A reason is published: one that
 * is no slug could carry a name, and is left out.
 */
export const answerIn = ({ status, bankReference, amount, paidAt, reason }: Answered): BankAnswer => {
  if (status === 'accepted' && reference.accepts(bankReference))
    return { kind: 'accepted', bankReference: String(bankReference) };
  if (status === 'paid' && kinds.positiveRupiah.accepts(amount) && kinds.instant.accepts(paidAt))
    return { kind: 'paid', amountRupiah: Number(amount), paidAt: String(paidAt) };
  if (status !== 'failed') return SILENCE;
  return { kind: 'failed', reason: kinds.slug.accepts(reason) ? String(reason) : 'not-stated' };
};

type Init = NonNullable<Parameters<typeof fetch>[1]>;

/** A bank behind two requests: `POST /transfers`, whose `Idempotency-Key` is the disbursement's id, and `GET /transfers/{id}`. */
export class HttpBank extends Bank {
  constructor(
    private readonly url: string,
    private readonly timeoutMs: number,
  ) {
    super();
  }

  override instruct({ disbursementId, claimId, amountRupiah, payee }: Transfer): Promise<BankAnswer> {
    return this.request('/transfers', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': disbursementId },
      body: JSON.stringify({ disbursementId, claimId, amount: amountRupiah, currency: 'IDR', payee }),
    });
  }

  override ask(disbursementId: string): Promise<BankAnswer> {
    return this.request(`/transfers/${encodeURIComponent(disbursementId)}`, { method: 'GET' });
  }

  private async request(path: string, init: Init): Promise<BankAnswer> {
    try {
      const signal = AbortSignal.timeout(this.timeoutMs);
      const response = await fetch(`${this.url}${path}`, { ...init, signal });
      if (response.status === NOT_FOUND && init.method === 'GET') return { kind: 'not-known' };
      return response.ok ? answerIn((await response.json()) as Answered) : SILENCE;
    } catch {
      return SILENCE;
    }
  }
}
