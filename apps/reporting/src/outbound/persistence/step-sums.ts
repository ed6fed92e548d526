import type { Transaction } from '#libs/persistence';
import { CAUSES } from '../../domain/coverage/fact.js';
import { MEASURES } from '../../domain/coverage/measures.js';
import type { Step } from '../../domain/coverage/steps.js';

const INSERT = `
  insert into step_batch (measures, regions, scopes, signatures, effective_on, known_on, causes, persons)
  values ($1::smallint[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::smallint[],
          $8::integer[])`;

/** Far more days than the calendar of the wire has on either side of 1970. */
const DAYS = 2 ** 23;

interface Sum {
  readonly step: Step;
  persons: number;
}

/** Whose persons a step counts. */
type Place = Pick<Step, 'region' | 'signature' | 'scope'>;

const textOf = ({ region, signature, scope }: Place): string => `${region} ${signature} ${scope}`;

const isSame = (a: Place, b: Place): boolean =>
  a.region === b.region && a.signature === b.signature && a.scope === b.scope;

/** Both days, cause and measure in one number, below 2⁵²: most steps of a batch share their cell with another. */
const restOf = ({ measure, effectiveOn, knownOn, cause }: Step): number => {
  const days = (effectiveOn + DAYS / 2) * DAYS + knownOn + DAYS / 2;
  return (days * CAUSES.length + CAUSES.indexOf(cause)) * MEASURES.length + MEASURES.indexOf(measure);
};

/** Adds up the steps of a batch: most events of one change the same few cells. */
export class StepSums {
  private readonly cells = new Map<string, Map<number, Sum>>();

  add(steps: readonly Step[]): void {
    let place: Place | null = null;
    let sums: Map<number, Sum> | null = null;
    for (const step of steps) {
      if (sums === null || place === null || !isSame(place, step)) sums = this.sumsOf(textOf(step));
      place = step;
      const rest = restOf(step);
      const sum = sums.get(rest);
      if (sum === undefined) sums.set(rest, { step, persons: step.persons });
      else sum.persons += step.persons;
    }
  }

  /** Writes what does not cancel out, as one row for the roll-up to take. */
  async write(tx: Transaction): Promise<void> {
    const rows = [...this.cells.values()]
      .flatMap((sums) => [...sums.values()])
      .filter(({ persons }) => persons !== 0);
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

  private sumsOf(place: string): Map<number, Sum> {
    const known = this.cells.get(place);
    if (known !== undefined) return known;
    const sums = new Map<number, Sum>();
    this.cells.set(place, sums);
    return sums;
  }
}
