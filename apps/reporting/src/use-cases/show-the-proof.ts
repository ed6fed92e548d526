import { nothingProven } from '../domain/proof/compare.js';
import { verdictOf, type PartitionProof, type Verdict } from '../domain/proof/verdict.js';
import type { Freshness } from './freshness.js';
import type { ProofLedger, WaivedMessage } from './proof-ledger.js';

export type { Counted, PartitionProof } from '../domain/proof/verdict.js';
export type { WaivedMessage } from './proof-ledger.js';

/** Whether the figures are made of just what their owners said, and each partition by itself. */
export interface Proof extends Verdict {
  readonly partitions: readonly PartitionProof[];
  readonly parked: number;
  readonly waived: readonly WaivedMessage[];
}

/** Shows how far the figures are proven, and what is wrong where they are not. */
export class ShowTheProof {
  constructor(
    private readonly ledger: ProofLedger,
    private readonly freshness: Freshness,
  ) {}

  async handle(): Promise<Proof> {
    // asked first: what is read meanwhile may only make a partition look as if it had more to prove
    const known = await this.ledger.partitions();
    const [reading, setAside] = await Promise.all([this.freshness.ofReading(), this.ledger.setAside()]);
    const partitions = reading.map(({ topic, partition, position, end }): PartitionProof => {
      const of = known.find((each) => each.topic === topic && each.partition === partition);
      return { applied: null, owner: null, proven: nothingProven, ...of, topic, partition, position, end };
    });
    return { ...verdictOf(partitions, setAside.parked), partitions, ...setAside };
  }
}
