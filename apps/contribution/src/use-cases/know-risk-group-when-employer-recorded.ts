import type { EmployerRecorded } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { Received } from './books.js';
import type { EmployerEntry, Employers } from './employers.js';

export type EmployerMessage = Received<EmployerRecorded> & { readonly sequence: number };

/** The risk group of an employer decides what its wage earners cost. */
export class KnowRiskGroupWhenEmployerRecorded {
  constructor(private readonly employers: Employers) {}

  handle(batch: Batch<EmployerMessage>): Promise<readonly Outcome<EmployerEntry>[]> {
    return this.employers.keep(batch, ({ data: { code, riskGroup = null }, sequence }) => ({
      code,
      riskGroup,
      sequence,
    }));
  }
}
