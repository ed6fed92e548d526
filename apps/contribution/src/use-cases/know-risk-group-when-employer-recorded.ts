import type { RegisterEntryRecorded } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { Received } from './books.js';
import type { EmployerEntry, Employers } from './employers.js';

export type RegisterMessage = Received<RegisterEntryRecorded> & { readonly sequence: number };

/** The risk group of an employer decides what its wage earners cost; other registers change nothing here. */
export class KnowRiskGroupWhenEmployerRecorded {
  constructor(private readonly employers: Employers) {}

  handle(batch: Batch<RegisterMessage>): Promise<readonly Outcome<EmployerEntry>[]> {
    return this.employers.keep(batch, ({ data: { code, employer }, sequence }) =>
      employer == null ? null : { code, riskGroup: employer.riskGroup ?? null, sequence },
    );
  }
}
