import { happened, ignored, type Batch, type Outcome } from '#libs/kernel';
import type { WritePath } from '#libs/messaging';
import type { RiskGroup } from '../../domain/rates/monthly-contribution.js';
import { Employers, type EmployerEntry } from '../../use-cases/employers.js';
import { distinct, type Queries } from './queries.js';
import { upsert } from './upsert.js';

const KNOWN = 'select code, risk_group, sequence from employer where code = any($1::text[])';

interface EmployerRow {
  readonly code: string;
  readonly risk_group: RiskGroup | null;
  readonly sequence: string;
}

const known = (db: Queries, codes: readonly string[]): Promise<EmployerRow[]> =>
  codes.length === 0 ? Promise.resolve([]) : db.query<EmployerRow>(KNOWN, [distinct(codes)]);

/** The risk groups of those of the employers of which one is known. */
export const loadRiskGroups = async (
  db: Queries,
  codes: readonly string[],
): Promise<ReadonlyMap<string, RiskGroup>> =>
  new Map(
    (await known(db, codes)).flatMap(({ code, risk_group }) =>
      risk_group === null ? [] : [[code, risk_group]],
    ),
  );

const saveEmployers = upsert<EmployerEntry>('employer', ['code'], {
  code: ['text', ({ code }) => code],
  risk_group: ['text', ({ riskGroup }) => riskGroup],
  sequence: ['bigint', ({ sequence }) => sequence],
});

/** The register of employers in PostgreSQL. */
export class PostgresEmployers extends Employers {
  constructor(private readonly writes: WritePath) {
    super();
  }

  override keep<Item>(
    batch: Batch<Item>,
    entryOf: (item: Item) => EmployerEntry | null,
  ): Promise<readonly Outcome<EmployerEntry>[]> {
    return this.writes.run(batch, async (tx, items) => {
      const entries = items.map(entryOf);
      const codes = entries.flatMap((entry) => entry?.code ?? []);
      await tx.lock(codes.map((code) => `employer:${code}`));
      const rows = await known(tx, codes);
      const latest = new Map(rows.map(({ code, sequence }) => [code, Number(sequence)]));
      const changed = new Map<string, EmployerEntry>();
      const outcomes = entries.map((entry): Outcome<EmployerEntry> => {
        if (entry === null) return ignored('not-ours');
        if (entry.sequence <= (latest.get(entry.code) ?? 0)) return ignored('redelivery');
        latest.set(entry.code, entry.sequence);
        changed.set(entry.code, entry);
        return happened(entry);
      });
      await saveEmployers(tx, [...changed.values()]);
      return outcomes;
    });
  }
}
