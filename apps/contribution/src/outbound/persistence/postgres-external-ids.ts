import { happened, ignored, refused, type Batch, type Outcome } from '#libs/kernel';
import type { WritePath } from '#libs/messaging';
import { ExternalIds, type ExternalId } from '../../use-cases/external-ids.js';
import { insert } from './upsert.js';

/** A number is looked at on its own day and by late repeats of it; it is let go of after a week. */
const KEPT_DAYS = 7;

const KNOWN = `
  select k.place::integer, e.request_id
    from unnest($1::date[], $2::text[], $3::text[], $4::text[]) with ordinality
           as k (day, gateway, service, external_id, place)
    join external_id as e using (day, gateway, service, external_id)`;
const FORGET = `delete from external_id where day < $1::date - ${KEPT_DAYS}`;

const save = insert<ExternalId>('external_id', {
  gateway: ['text', ({ gateway }) => gateway],
  day: ['date', ({ day }) => day],
  service: ['text', ({ service }) => service],
  external_id: ['text', ({ externalId }) => externalId],
  request_id: ['text', ({ requestId }) => requestId],
});

const nameOf = ({ gateway, day, service, externalId }: ExternalId) =>
  `external:${gateway}/${day}/${service}/${externalId}`;

/** The numbers of requests in PostgreSQL. */
export class PostgresExternalIds extends ExternalIds {
  private forgottenOn = '';

  constructor(private readonly writes: WritePath) {
    super();
  }

  override take(batch: Batch<ExternalId>): Promise<readonly Outcome<ExternalId>[]> {
    return this.writes.run(batch, async (tx, items) => {
      await tx.lock(items.map(nameOf));
      const rows = await tx.query<{ place: number; request_id: string }>(KNOWN, [
        items.map(({ day }) => day),
        items.map(({ gateway }) => gateway),
        items.map(({ service }) => service),
        items.map(({ externalId }) => externalId),
      ]);
      const known = new Map(rows.map(({ place, request_id }) => [nameOf(items[place - 1]!), request_id]));
      const added: ExternalId[] = [];
      const outcomes = items.map((item): Outcome<ExternalId> => {
        const before = known.get(nameOf(item));
        if (before !== undefined)
          return before === item.requestId ? ignored('already-answered') : refused('external-id-reused');
        known.set(nameOf(item), item.requestId);
        added.push(item);
        return happened(item);
      });
      await save(tx, added);
      const day = items.at(-1)!.day;
      if (day > this.forgottenOn) await tx.query(FORGET, [day]);
      this.forgottenOn = day > this.forgottenOn ? day : this.forgottenOn;
      return outcomes;
    });
  }
}
