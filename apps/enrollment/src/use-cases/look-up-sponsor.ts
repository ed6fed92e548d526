import type { Budgets, Sponsor } from './budgets.js';

/** Who pays for others, and how many person-months of the grant are left. */
export class LookUpSponsor {
  constructor(private readonly budgets: Budgets) {}

  /** `null` when nobody entered it. */
  find(code: string): Promise<Sponsor | null> {
    return this.budgets.find(code);
  }
}
