import { goOnProving } from '../domain/proof/compare.js';
import type { ProofLedger } from './proof-ledger.js';

/** Holds what was read against what its owners say, as far as both have come. */
export class ProveWhatWasRead {
  constructor(private readonly ledger: ProofLedger) {}

  handle(): Promise<void> {
    return this.ledger.advance(goOnProving);
  }
}
