import {
  campaignRecorded,
  channelRecorded,
  employerRecorded,
  newEvent,
  sponsorRecorded,
  type EventContract,
  type NewEvent,
} from '#libs/contracts';
import type { Batch, Clock, Ids } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Transaction } from '#libs/persistence';
import type { Entry, RegisterKind } from '../../domain/register/register.js';
import {
  Registers,
  type DecideEntry,
  type RegisterCommand,
  type RegisterOutcome,
} from '../../use-cases/registers.js';
import { later } from './later.js';

/** The registers share a topic, whose subjects are codes: so the sequence counts what was said of a code in any of them. */
const KNOWN = `
  select code, kind, entry, version, recorded_at from register where code = any($1::text[])`;

const RESERVED = 'select code, reserved from budget where code = any($1::text[])';

const UPSERT = `
  insert into register (code, kind, entry, version, recorded_at)
  select * from unnest($1::text[], $2::text[], $3::jsonb[], $4::integer[], $5::timestamptz[])
  on conflict (code, kind) do update
     set entry = excluded.entry, version = excluded.version, recorded_at = excluded.recorded_at`;

interface RegisterRow {
  readonly code: string;
  readonly kind: RegisterKind;
  readonly entry: Entry;
  readonly version: number;
  readonly recorded_at: Date;
}

interface State {
  readonly code: string;
  readonly kind: RegisterKind;
  readonly entry: Entry;
  readonly version: number;
  readonly recordedAt: string;
}

const CONTRACTS = {
  channel: channelRecorded,
  sponsor: sponsorRecorded,
  employer: employerRecorded,
  campaign: campaignRecorded,
} as unknown as Readonly<Record<RegisterKind, EventContract>>;

const keyOf = ({ kind, code }: { readonly kind: RegisterKind; readonly code: string }) => `${kind} ${code}`;

const load = async (tx: Transaction, codes: readonly string[]): Promise<Map<string, State>> => {
  const rows = await tx.query<RegisterRow>(KNOWN, [codes]);
  return new Map(
    rows.map(({ recorded_at, ...row }) => [keyOf(row), { ...row, recordedAt: recorded_at.toISOString() }]),
  );
};

const loadReserved = async (tx: Transaction, codes: readonly string[]): Promise<Map<string, number>> => {
  const rows = await tx.query<{ code: string; reserved: number }>(RESERVED, [codes]);
  return new Map(rows.map(({ code, reserved }) => [code, reserved]));
};

const write = (tx: Transaction, states: readonly State[]) =>
  tx.query(UPSERT, [
    states.map(({ code }) => code),
    states.map(({ kind }) => kind),
    states.map(({ entry }) => JSON.stringify(entry)),
    states.map(({ version }) => version),
    states.map(({ recordedAt }) => recordedAt),
  ]);

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
      const codes = [...new Set(commands.map(({ code }) => code))];
      await tx.lock(codes.map((code) => `register:${code}`));
      const [states, reserved] = [await load(tx, codes), await loadReserved(tx, codes)];
      const changed = new Map<string, State>();
      const messages: NewEvent[] = [];
      const outcomes = commands.map((command) => {
        const outcome = decide(
          command,
          states.get(keyOf(command))?.entry ?? null,
          reserved.get(command.code) ?? 0,
        );
        if (outcome.kind !== 'happened') return outcome;
        const after = this.after(command, states);
        states.set(keyOf(after), after);
        changed.set(keyOf(after), after);
        messages.push(this.message(command, after));
        return outcome;
      });
      if (changed.size > 0) await write(tx, [...changed.values()]);
      await this.log.append(tx, messages);
      return outcomes;
    });
  }

  private after(
    { code, kind, entry, recordedAt }: RegisterCommand,
    states: ReadonlyMap<string, State>,
  ): State {
    const ofCode = [...states.values()].filter((state) => state.code === code);
    return {
      code,
      kind,
      entry,
      version: Math.max(0, ...ofCode.map(({ version }) => version)) + 1,
      recordedAt: ofCode.reduce(
        (at, state) => later(at, state.recordedAt),
        this.tools.clock.recordedAt(recordedAt),
      ),
    };
  }

  private message(cause: RegisterCommand, { code, kind, entry, version, recordedAt }: State): NewEvent {
    const { name: _, ...rest } = entry;
    const given = { eventId: this.tools.ids.next(), sequence: version, recordedAt, cause };
    return newEvent(CONTRACTS[kind], { code, ...rest }, given);
  }
}
