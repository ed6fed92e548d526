import type { NewEvent } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import type { ErasureEvent } from '../../domain/person/erasure.js';
import {
  Persons,
  type DecideErasure,
  type ErasureCommand,
  type PersonData,
  type PersonalRecord,
  type Processing,
} from '../../use-cases/persons.js';
import { erasureMessages } from './erasure-events.js';
import { later } from './later.js';
import {
  endMemberships,
  erasableOf,
  forget,
  loadPeople,
  lockedPeople,
  type PersonRow,
} from './person-rows.js';
import { noteUse } from './personal-data-uses.js';
import type { StoreTools } from './postgres-sign-ups.js';

const VAULT = 'select membership_id as "membershipId", sealed from vault where person_id = $1';

/** What was said of the person and of the memberships, and who looked. */
const TRAIL = `
  select at, what, subject, actor from (
    select recorded_at as at, replace(type, 'id.cakupan.', '') as what, subject, null as actor
      from event where subject = any($2::text[])
    union all
    select used_at, what, 'person/' || person_id, actor from personal_data_use where person_id = any($1::uuid[])
  ) as trail order by at`;

/** Persons in PostgreSQL, and their data in the vault. */
export class PostgresPersons extends Persons {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly log: EventLog,
    private readonly tools: StoreTools,
  ) {
    super();
  }

  override erase(
    batch: Batch<ErasureCommand>,
    decide: DecideErasure,
  ): Promise<readonly Outcome<ErasureEvent>[]> {
    return this.writes.run(batch, async (tx, commands) => {
      const people = await lockedPeople(tx, [...new Set(commands.map(({ personId }) => personId))]);
      const erased = new Set<string>();
      const messages: NewEvent[] = [];
      const outcomes: Outcome<ErasureEvent>[] = [];
      for (const command of commands) {
        const row = people.get(command.personId);
        const person = erased.has(command.personId) ? ({ status: 'erased' } as const) : erasableOf(row);
        const outcome = decide(command, person);
        outcomes.push(outcome);
        if (outcome.kind !== 'happened') continue;
        messages.push(...(await this.take(tx, command, row!, outcome.events)));
        erased.add(command.personId);
      }
      await forget(tx, [...erased]);
      await this.log.append(tx, messages);
      return outcomes;
    });
  }

  private async take(
    tx: Transaction,
    cause: ErasureCommand,
    row: PersonRow,
    events: readonly ErasureEvent[],
  ): Promise<NewEvent[]> {
    const { clock, ids } = this.tools;
    const recordedAt = later(clock.recordedAt(cause.recordedAt), row.recordedAt?.toISOString() ?? null);
    const ends = events.flatMap((event) => (event.type === 'MembershipLeft' ? [event] : []));
    await endMemberships(
      tx,
      ends.map(({ membershipId, endedOn }) => ({ membershipId, endedOn, at: recordedAt })),
    );
    await noteUse(tx, { personId: row.personId, at: recordedAt, what: 'erased', actor: cause.actor });
    return events.flatMap((event) => erasureMessages(row, event, { recordedAt, cause, ids }));
  }

  override async dataOf(personId: string, actor: string): Promise<PersonData | null> {
    const row = (await loadPeople(this.database, [personId])).get(personId);
    if (row === undefined) return null;
    await noteUse(this.database, {
      personId,
      at: this.tools.clock.recordedAt(null),
      what: 'shown',
      actor,
    });
    const everybody = [personId, ...row.duplicates.map((duplicate) => duplicate.personId)];
    const memberships = [
      ...row.memberships.map(({ membershipId }) => membershipId),
      ...row.duplicates.flatMap(({ membershipIds }) => membershipIds),
    ];
    const subjects = [
      ...everybody.map((id) => `person/${id}`),
      ...memberships.map((id) => `membership/${id}`),
    ];
    const processing = await this.database.query<Omit<Processing, 'at'> & { at: Date }>(TRAIL, [
      everybody,
      subjects,
    ]);
    return {
      personId,
      isErased: row.nikToken === null && row.mergedInto === null,
      mergedInto: row.mergedInto,
      records: await this.recordsOf(row),
      processing: processing.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    };
  }

  private async recordsOf({ personId, wrappedKey }: PersonRow): Promise<readonly PersonalRecord[]> {
    if (wrappedKey === null) return [];
    const { vault } = this.tools;
    const key = vault.unwrap(wrappedKey, personId);
    const rows = await this.database.query<{ membershipId: string; sealed: Buffer }>(VAULT, [personId]);
    return rows.map(({ membershipId, sealed }) => ({
      membershipId,
      ...vault.open(key, sealed, membershipId),
    }));
  }
}
