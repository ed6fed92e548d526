import { deepStrictEqual } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#libs/testing';
import { SOLO_ACTIVE_PERSONS } from '../../sample/scale.js';
import { expectedFigures } from '../../simulator/expected.js';

/** Asks reporting a question as an analyst. */
export type Ask = <T>(path: string) => Promise<T>;

interface Row {
  readonly region: string;
  readonly persons: number;
  readonly coverageText: string;
  readonly gap: number;
  readonly target: { readonly needed: number } | null;
  readonly warnings?: readonly string[];
}
interface Coverage {
  readonly rows: readonly Row[];
  readonly total: { readonly persons: number };
}
interface Printed {
  readonly printed: string | number;
  readonly ours: string | number | null;
}

const SOLO = '/v1/coverage?region=33.72&asOf=2024-12-17';

/** Printed figures that the story is made to lead to. */
const MADE_FOR = [
  'solo-informal-2014',
  'aggregators-2015',
  'fun-run-2015',
  'branch-informal-2022',
  'solo-members-nik-2024',
  'solo-gap-2024',
  'solo-coverage-2024',
  'solo-benefits-2023',
  'solo-benefits-2024',
];

/** Fails unless the row has the printed figures, and the districts are those of the story. */
const checkSolo = ({ rows: [solo] }: Coverage, districts: Coverage): void => {
  const { persons, coverageText, gap, target, warnings } = solo!;
  deepStrictEqual(
    { persons, coverageText, gap, needed: target?.needed, warnings },
    {
      persons: SOLO_ACTIVE_PERSONS,
      coverageText: '44,24%',
      gap: 126_652,
      needed: 13_070,
      warnings: ['target-base-differs'],
    },
  );
  const found = Object.fromEntries(districts.rows.map(({ region, persons }) => [region, persons]));
  deepStrictEqual(found, expectedFigures(1).byKecamatan);
};

/** Between two questions while the services are loaded: each one takes time from them. */
const LOOK_MS = 2_000;

/** Waits until the whole story has come to the printed number of members of Solo; answers its row, which is checked. */
export const soloAsPrinted = async (ask: Ask, withinMs: number): Promise<Row> => {
  const solo = await eventually(async () => {
    const answer = await ask<Coverage>(SOLO);
    if (answer.total.persons !== SOLO_ACTIVE_PERSONS) await sleep(LOOK_MS);
    return answer.total.persons === SOLO_ACTIVE_PERSONS && answer;
  }, withinMs);
  checkSolo(solo, await ask<Coverage>(`${SOLO}&by=region`));
  return solo.rows[0]!;
};

/** The last claims are decided after the last payments are counted. */
const LATE_MS = 300_000;

const isAsPrinted = async (ask: Ask, id: string): Promise<boolean> => {
  const { printed, ours } = await ask<Printed>(`/v1/published/${id}`);
  return ours === printed;
};

/** What was printed and what comes of events for it, by id; waits until they are the same where the story is made for it. */
export const publishedAsPrinted = async (ask: Ask): Promise<Readonly<Record<string, Printed>>> => {
  for (const id of MADE_FOR) await eventually(() => isAsPrinted(ask, id), LATE_MS);
  const { items } = await ask<{ items: { id: string }[] }>('/v1/published');
  const found: Record<string, Printed> = {};
  for (const { id } of items) {
    const { printed, ours } = await ask<Printed>(`/v1/published/${id}`);
    if (ours !== null) found[id] = { printed, ours };
  }
  for (const id of MADE_FOR) deepStrictEqual([id, found[id]?.ours], [id, found[id]?.printed]);
  return found;
};
