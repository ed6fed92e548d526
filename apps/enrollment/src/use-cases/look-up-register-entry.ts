import type { Entries, RegisterKind } from '../domain/register/register.js';
import type { RegisterEntries } from './register-entries.js';

/** A channel with the codes of its parts. */
export type ChannelWithParts = Entries['channel'] & { readonly parts: readonly string[] };

/** What stands in a register under a code. */
export class LookUpRegisterEntry {
  constructor(private readonly entries: RegisterEntries) {}

  /** `null` when nobody recorded the code in that register. */
  find<Kind extends RegisterKind>(kind: Kind, code: string): Promise<Entries[Kind] | null> {
    return this.entries.find(kind, code);
  }

  /** `null` when nobody recorded the channel. */
  async channel(code: string): Promise<ChannelWithParts | null> {
    const channel = await this.entries.find('channel', code);
    return channel && { ...channel, parts: await this.entries.partsOf(code) };
  }
}
