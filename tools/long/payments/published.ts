import { createHash } from 'node:crypto';
import type { Logged } from '../../faults/check/gather/log.js';

type Fields = Readonly<Record<string, unknown>>;

const HASH_BYTES = 8;

/** Two events of one subject and number whose contents differ, or a number that was left out. */
export interface Fault {
  readonly kind: 'told-differently' | 'left-out';
  readonly subject: string;
  readonly sequence: number;
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, HASH_BYTES).toString('hex');

/**
 * What was published in a run, subject by subject in order, without what differs between any two runs: ids and instants of
 * recording. A contribution is known by its payment and months instead of its id.
 */
export class Published {
  readonly faults: Fault[] = [];
  /** Events that came once more, as they may after a relay was killed. */
  repeated = 0;
  private readonly bySubject = new Map<string, string[]>();
  private readonly contributions = new Map<string, string>();

  take({ value, header }: Pick<Logged, 'value' | 'header'>): void {
    if (value === null) return;
    const subject = header('ce_subject') ?? '';
    const sequence = Number(header('ce_sequence'));
    const data = JSON.parse(value.toString()) as Fields;
    const content = hashOf(`${header('ce_type')} ${JSON.stringify(this.withoutIds(data))}`);
    const told = this.bySubject.get(subject) ?? [];
    this.bySubject.set(subject, told);
    if (sequence > told.length + 1)
      this.faults.push({ kind: 'left-out', subject, sequence: told.length + 1 });
    if (sequence > told.length) told[sequence - 1] = content;
    else if (told[sequence - 1] === content) this.repeated += 1;
    else this.faults.push({ kind: 'told-differently', subject, sequence });
  }

  get events(): number {
    return this.bySubject.values().reduce((sum, told) => sum + told.length, 0);
  }

  /** The subjects of which something else was told in the other run. */
  differingFrom(other: Published): string[] {
    const subjects = new Set([...this.bySubject.keys(), ...other.bySubject.keys()]);
    return [...subjects].filter((subject) => this.told(subject) !== other.told(subject));
  }

  private told(subject: string): string {
    return (this.bySubject.get(subject) ?? []).join();
  }

  private withoutIds({ contributionId, contributions, ...rest }: Fields): Fields {
    if (Array.isArray(contributions)) return { ...rest, contributions: contributions.length };
    if (contributionId === undefined) return rest;
    const id = String(contributionId);
    if ('paymentId' in rest)
      this.contributions.set(id, `${String(rest['paymentId'])} ${String(rest['months'])}`);
    return { ...rest, contribution: this.contributions.get(id) };
  }
}
