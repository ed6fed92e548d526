import type { ReferenceContents, ReferenceKind, Version } from '../domain/references/references.js';

/** Denominators, targets, areas and campaigns that figures are held against, at hand at once: a figure waits for no query. */
export abstract class References {
  /** The latest version under an id; null when there is none. */
  abstract find<Kind extends ReferenceKind>(
    kind: Kind,
    id: string,
  ): Promise<Version<ReferenceContents[Kind]> | null>;

  /** The latest version of every one. */
  abstract all<Kind extends ReferenceKind>(kind: Kind): Promise<readonly Version<ReferenceContents[Kind]>[]>;

  /** The latest versions of those whose regions are one of the sets, each a `regionsKey`. */
  abstract latestOf<Kind extends ReferenceKind>(
    kind: Kind,
    regionsKeys: readonly string[],
  ): Promise<readonly Version<ReferenceContents[Kind]>[]>;

  /** All versions under an id, oldest first. */
  abstract versionsOf<Kind extends ReferenceKind>(
    kind: Kind,
    id: string,
  ): Promise<readonly Version<ReferenceContents[Kind]>[]>;

  /** Whether any were recorded, by whichever replica, since this was asked last; from now on these are at hand. */
  abstract haveGrown(): Promise<boolean>;
}
