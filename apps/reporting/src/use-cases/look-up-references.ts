import type { KeptOf, ReferenceKind, ReferenceLedger, ReferenceQuery } from './reference-ledger.js';

/** Shows references with their versions. They are published facts: whoever may ask sees all of them. */
export class LookUpReferences {
  constructor(private readonly ledger: ReferenceLedger) {}

  /** A version, the latest where none is named; null when there is none. */
  one<Kind extends ReferenceKind>(
    kind: Kind,
    id: string,
    version: number | null,
  ): Promise<KeptOf<Kind> | null> {
    return this.ledger.find(kind, id, version);
  }

  /** Latest versions, ascending by id. */
  list<Kind extends ReferenceKind>(query: ReferenceQuery<Kind>): Promise<readonly KeptOf<Kind>[]> {
    return this.ledger.list(query);
  }
}
