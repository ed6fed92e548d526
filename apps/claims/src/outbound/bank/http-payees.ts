import type { Account } from '../../use-cases/account-tokens.js';
import { Payees } from '../../use-cases/bank.js';

/** Answers after which the same question gets the same answer. */
const FINAL: ReadonlySet<number> = new Set([400, 404, 409, 410, 422]);

/** The bank's program again: `PUT /payees/{payee}` tells it an account, which then stands behind that name. */
export class HttpPayees extends Payees {
  constructor(
    private readonly url: string,
    private readonly timeoutMs: number,
  ) {
    super();
  }

  override async enter(payee: string, { bank, number }: Account): Promise<'entered' | 'refused' | 'silent'> {
    try {
      const response = await fetch(`${this.url}/payees/${encodeURIComponent(payee)}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ bank, number }),
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      await response.body?.cancel();
      if (response.ok) return 'entered';
      return FINAL.has(response.status) ? 'refused' : 'silent';
    } catch {
      return 'silent';
    }
  }
}
