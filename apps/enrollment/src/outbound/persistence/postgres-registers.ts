import type { NewEvent } from '#libs/contracts';
import type { Batch, Clock, Ids } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Transaction } from '#libs/persistence';
import {
  Registers,
  type DecideEntry,
  type RegisterCommand,
  type RegisterOutcome,
} from '../../use-cases/registers.js';
import { later } from './later.js';
import { entryMessages } from './register-events.js';
import {
  channelsAbove,
  keyOf,
  loadChannelsAbove,
  loadEntries,
  loadReserved,
  writeEntries,
  type RegisterState,
} from './register-rows.js';

/** Two channels that are put below each other at once would make a ring: places are settled one after another. */
const CHANNEL_TREE = 'register-tree';

const parentIn = ({ kind, entry }: RegisterCommand): string | null =>
  kind === 'channel' && 'parent' in entry ? (entry.parent ?? null) : null;

/** What a batch has loaded, and what its commands have made of it so far. */
class RegistersInHand {
  readonly changed = new Map<string, RegisterState>();

  private constructor(
    private readonly states: Map<string, RegisterState>,
    private readonly reserved: ReadonlyMap<string, number>,
    private readonly parents: Map<string, string | null>,
  ) {}

  static async load(tx: Transaction, commands: readonly RegisterCommand[]): Promise<RegistersInHand> {
    const codes = [...new Set(commands.map(({ code }) => code))];
    const parents = [...new Set(commands.flatMap((command) => parentIn(command) ?? []))];
    const names = codes.map((code) => `register:${code}`);
    await tx.lock(parents.length > 0 ? [...names, CHANNEL_TREE] : names);
    return new RegistersInHand(
      await loadEntries(tx, codes),
      await loadReserved(tx, codes),
      await loadChannelsAbove(tx, [...parents, ...codes]),
    );
  }

  /** What is known of the command's entry. */
  given(command: RegisterCommand): Parameters<DecideEntry> {
    const parent = parentIn(command);
    const known = this.states.get(keyOf(command))?.entry ?? null;
    const ancestors = parent === null ? null : this.above(parent);
    return [command, known, { reservedMonths: this.reserved.get(command.code) ?? 0, ancestors }];
  }

  take(command: RegisterCommand, clock: Clock): RegisterState {
    const { code, kind, entry } = command;
    const ofCode = [...this.states.values()].filter((state) => state.code === code);
    const after: RegisterState = {
      code,
      kind,
      entry,
      version: Math.max(0, ...ofCode.map(({ version }) => version)) + 1,
      entryVersion: (this.states.get(keyOf(command))?.entryVersion ?? 0) + 1,
      recordedAt: ofCode.reduce(
        (at, state) => later(at, state.recordedAt),
        clock.recordedAt(command.recordedAt),
      ),
    };
    this.states.set(keyOf(after), after);
    this.changed.set(keyOf(after), after);
    if (kind === 'channel') this.parents.set(code, parentIn(command));
    return after;
  }

  /** The channels above one, the nearest first; `null` where nobody recorded it. */
  private above(code: string): readonly string[] | null {
    return this.parents.has(code) ? channelsAbove(code, this.parents) : null;
  }
}

/** The registers in PostgreSQL. */
export class PostgresRegisters extends Registers {
  constructor(
    private readonly writes: WritePath,
    private readonly log: EventLog,
    private readonly tools: { readonly clock: Clock; readonly ids: Ids },
  ) {
    super();
  }

  override change(batch: Batch<RegisterCommand>, decide: DecideEntry): Promise<readonly RegisterOutcome[]> {
    return this.writes.run(batch, async (tx, commands) => {
      const hand = await RegistersInHand.load(tx, commands);
      const messages: NewEvent[] = [];
      const outcomes = commands.map((command) => {
        const outcome = decide(...hand.given(command));
        if (outcome.kind === 'happened')
          messages.push(...entryMessages(command, hand.take(command, this.tools.clock), this.tools.ids));
        return outcome;
      });
      await writeEntries(tx, [...hand.changed.values()]);
      await this.log.append(tx, messages);
      return outcomes;
    });
  }
}
