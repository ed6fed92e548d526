import type { VaultKeys } from './vault-keys.js';

/** As many as one transaction wraps; writers of the same persons wait for it. */
const BATCH_MAX = 1_000;

/**
 * The vault has a new key: each person's key, which alone opens the records, is wrapped under it. The records stay as
 * they are. When all is done, the key before it opens nothing any more.
 */
export class RewrapKeysWhenVaultKeyChanged {
  constructor(private readonly keys: VaultKeys) {}

  get isDue(): boolean {
    return this.keys.isChanging;
  }

  /** Goes on until there is none left, or it is told to stop. Answers how many were wrapped. */
  async handle(mayGoOn: () => boolean = () => true): Promise<number> {
    let wrapped = 0;
    for (let after: string | null = null; mayGoOn();) {
      const { keys, next } = await this.keys.rewrapAfter(after, BATCH_MAX);
      wrapped += keys;
      if (next === null) return wrapped;
      after = next;
    }
    return wrapped;
  }
}
