/** How far the keys of persons are wrapped anew. */
export interface Rewrapped {
  readonly keys: number;
  /** Behind whom to go on; `null` when all were looked at. */
  readonly next: string | null;
}

/** The keys of persons, each wrapped under the vault's key. */
export abstract class VaultKeys {
  /** Whether the vault's key is being changed: the one before it is known too. */
  abstract get isChanging(): boolean;
  /** Wraps some keys anew that are under another key of the vault; those of persons behind one. */
  abstract rewrapAfter(personId: string | null, limit: number): Promise<Rewrapped>;
}
