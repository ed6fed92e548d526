import type { Transaction } from '#libs/persistence';
import { CAUSES } from '../../domain/coverage/fact.js';
import type { Step } from '../../domain/coverage/steps.js';
import { MEASURES } from '../../domain/coverage/timeline.js';

const INSERT = `
  insert into step_batch (measures, regions, scopes, signatures, effective_on, known_on, causes, persons)
  values ($1::smallint[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::smallint[],
          $8::integer[])`;

const keyOf = (step: Step): string =>
  `${step.effectiveOn} ${step.knownOn} ${step.measure} ${step.region} ${step.signature} ${step.cause} ${step.scope}`;

/** Adds up the steps of a batch: most events of one change the same few cells. */
export class StepSums {
  private readonly sums = new Map<string, { readonly step: Step; persons: number }>();

  add(steps: readonly Step[]): void {
    for (const step of steps) {
      const key = keyOf(step);
      const sum = this.sums.get(key);
      if (sum === undefined) this.sums.set(key, { step, persons: step.persons });
      else sum.persons += step.persons;
    }
  }

  /** Writes what does not cancel out, as one row for the roll-up to take. */
  async write(tx: Transaction): Promise<void> {
    const rows = [...this.sums.values()].filter(({ persons }) => persons !== 0);
    if (rows.length === 0) return;
    await tx.query(INSERT, [
      rows.map(({ step }) => MEASURES.indexOf(step.measure)),
      rows.map(({ step }) => step.region),
      rows.map(({ step }) => step.scope),
      rows.map(({ step }) => step.signature),
      rows.map(({ step }) => step.effectiveOn),
      rows.map(({ step }) => step.knownOn),
      rows.map(({ step }) => CAUSES.indexOf(step.cause)),
      rows.map(({ persons }) => persons),
    ]);
  }
}
