import type { Batch } from '#libs/kernel';
import { recordReference } from '../domain/references/record-reference.js';
import type { RegionTree } from '../domain/regions/region-tree.js';
import type { ReferenceAnswer, ReferenceCommand, ReferenceLedger } from './reference-ledger.js';

const statedIn = ({ reach: _reach, recordedAt: _recordedAt, ...stated }: ReferenceCommand) => stated;

/** A denominator, target or area goes on record, or its next version does. */
export class RecordReferenceWhenStated {
  constructor(
    private readonly ledger: ReferenceLedger,
    private readonly regions: RegionTree,
  ) {}

  handle(batch: Batch<ReferenceCommand>): Promise<readonly ReferenceAnswer[]> {
    const { regions } = this;
    return this.ledger.change(batch, (command, known) =>
      recordReference(statedIn(command), { known, regions, reach: command.reach }),
    );
  }
}
