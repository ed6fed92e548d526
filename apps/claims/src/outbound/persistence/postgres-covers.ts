import type { Batch, Outcome } from '#libs/kernel';
import type { WritePath } from '#libs/messaging';
import type { Transaction } from '#libs/persistence';
import type { Cover, CoverFact } from '../../domain/cover/cover.js';
import { evolveTaken, type Arrival } from '../../domain/cover/cover.take.js';
import { Covers } from '../../use-cases/covers.js';
import { loadCovers, personLock, writeCovers, writeMembers } from './cover-rows.js';
import { forgetPersons } from './forget-persons.js';

interface Taken {
  readonly personId: string;
  readonly fact: CoverFact;
}

/** Everyone's cover in PostgreSQL, one compact row for each person. */
export class PostgresCovers extends Covers {
  constructor(private readonly writes: WritePath) {
    super();
  }

  override change<Event extends { readonly data: { readonly personId: string } }>(
    batch: Batch<Event>,
    decide: (event: Event, cover: Cover) => Outcome<Arrival>,
  ): Promise<readonly Outcome<Arrival>[]> {
    return this.writes.run(batch, async (tx, events) => {
      const personIds = [...new Set(events.map(({ data }) => data.personId))];
      await tx.lock(personIds.map(personLock));
      const covers = await loadCovers(tx, personIds);
      const changed = new Map<string, Cover>();
      const taken: Taken[] = [];
      const outcomes = events.map((event) => {
        const { personId } = event.data;
        const cover = changed.get(personId) ?? covers.get(personId)!;
        const outcome = decide(event, cover);
        if (outcome.kind !== 'happened') return outcome;
        changed.set(personId, outcome.events.reduce(evolveTaken, cover));
        taken.push(...outcome.events.map(({ fact }) => ({ personId, fact })));
        return outcome;
      });
      await writeCovers(tx, changed);
      await this.keepMembers(tx, taken);
      await this.forget(tx, taken);
      return outcomes;
    });
  }

  private async keepMembers(tx: Transaction, taken: readonly Taken[]): Promise<void> {
    const members = taken.flatMap(({ personId, fact }) =>
      fact.type === 'membership-registered' ? [[fact.membershipId, personId] as const] : [],
    );
    await writeMembers(tx, new Map(members));
  }

  private async forget(tx: Transaction, taken: readonly Taken[]): Promise<void> {
    const erased = taken.filter(({ fact }) => fact.type === 'person-erased');
    if (erased.length === 0) return;
    await forgetPersons(
      tx,
      erased.map(({ personId }) => personId),
    );
  }
}
