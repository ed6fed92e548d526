import type { Entries, RegisterKind } from '../domain/register/register.js';

/** The registers as they stand. */
export abstract class RegisterEntries {
  /** `null` when nobody recorded the code in that register. */
  abstract find<Kind extends RegisterKind>(kind: Kind, code: string): Promise<Entries[Kind] | null>;
  /** The codes of the channels that are a part of the channel, without the parts of these. */
  abstract partsOf(code: string): Promise<readonly string[]>;
}
