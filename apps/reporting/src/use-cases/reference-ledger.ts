import type { Batch, Outcome } from '#libs/kernel';
import type { ReferenceRecorded, StatedReference } from '../domain/references/record-reference.js';
import type { ReferenceContents, ReferenceKind } from '../domain/references/references.js';
import type { Reach } from '../domain/regions/reach.js';

export type { StatedReference } from '../domain/references/record-reference.js';
export { TARGET_KINDS } from '../domain/references/references.js';
export type { Area, Campaign, Denominator, ReferenceKind, Target } from '../domain/references/references.js';

/** A version as it was recorded. */
export type KeptReference = ReferenceRecorded & {
  /** RFC 3339, UTC. */
  readonly recordedAt: string;
};

/** The same of one kind. */
export type KeptOf<Kind extends ReferenceKind> = KeptReference & {
  readonly kind: Kind;
  readonly content: ReferenceContents[Kind];
};

/** A reference as somebody states it. */
export type ReferenceCommand = StatedReference & {
  /** The regions that the sender may speak for. */
  readonly reach: Reach;
  /** When it counts as recorded. */
  readonly recordedAt: string;
};

/** What became of a command, and the latest version under the id. */
export type ReferenceAnswer = Outcome<ReferenceRecorded> & { readonly reference: KeptReference | null };

/** Which references to list: by id, behind the one with this id. */
export interface ReferenceQuery<Kind extends ReferenceKind> {
  readonly kind: Kind;
  readonly limit: number;
  readonly after: string | null;
}

/** Every version of every reference. */
export abstract class ReferenceLedger {
  /** Decides each command in order on the latest version under its id; all in one transaction. */
  abstract change(
    batch: Batch<ReferenceCommand>,
    decide: (command: ReferenceCommand, known: ReferenceRecorded | null) => Outcome<ReferenceRecorded>,
  ): Promise<readonly ReferenceAnswer[]>;

  /** A version; null for the number: the latest. Null when there is none. */
  abstract find<Kind extends ReferenceKind>(
    kind: Kind,
    id: string,
    version: number | null,
  ): Promise<KeptOf<Kind> | null>;

  /** Latest versions, ascending by id. */
  abstract list<Kind extends ReferenceKind>(query: ReferenceQuery<Kind>): Promise<readonly KeptOf<Kind>[]>;
}
