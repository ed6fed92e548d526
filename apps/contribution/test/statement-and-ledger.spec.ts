import { randomUUID } from 'node:crypto';
import { jakartaDay } from '#libs/kernel';
import { WritePath } from '#libs/messaging';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  reconcile,
  reconcileDiffering,
  type Break,
  type Movement,
} from '../src/domain/reconciliation/reconcile.js';
import { PostgresReconciliations } from '../src/outbound/persistence/postgres-reconciliations.js';
import { openContribution } from './support.js';

let opened: Awaited<ReturnType<typeof openContribution>>;
beforeAll(async () => {
  opened = await openContribution();
});
afterAll(() => opened.drop());

const days = { from: '2024-06-10', through: '2024-06-11' };
/** Either side of the statement's days. */
const instants = fc.constantFrom(
  { at: '2024-06-09T23:59:59+07:00', isExpected: false },
  { at: '2024-06-10T00:00:00+07:00', isExpected: true },
  { at: '2024-06-11T16:59:59Z', isExpected: true },
  { at: '2024-06-12T00:00:00+07:00', isExpected: false },
);
const rupiah = fc.integer({ min: 1, max: 3 });
const moved = (minLength: number) =>
  fc.array(fc.record({ rupiah, recorded: instants }), { minLength, maxLength: 2 });
const payments = fc.uniqueArray(
  fc.record({
    reference: fc.constantFrom('A', 'B', '"C"', 'D\\', 'E,'),
    settled: instants,
    came: moved(1),
    went: moved(0),
  }),
  { selector: ({ reference }) => reference },
);
const lines = fc
  .array(
    fc.record({
      reference: fc.constantFrom('A', 'B', '"C"', 'D\\', 'E,', 'unknown'),
      direction: fc.constantFrom('in' as const, 'out' as const),
      rupiah,
    }),
    { maxLength: 10 },
  )
  .map((some) => some.map((one, index) => ({ ...one, row: index + 1 })));

type Payment = typeof payments extends fc.Arbitrary<(infer One)[]> ? One : never;

const sum = (some: Payment['came']) => some.reduce((all, one) => all + one.rupiah, 0);

const movementsOf = ({ reference, settled, came, went }: Payment): Movement[] => [
  { reference, direction: 'in', rupiah: sum(came), isExpected: settled.isExpected },
  ...(went.length === 0
    ? []
    : [
        {
          reference,
          direction: 'out' as const,
          rupiah: sum(went),
          isExpected: went.some(({ recorded }) => recorded.isExpected),
        },
      ]),
];

let posted = 0;
const post = async (gateway: string, { reference, settled, came, went }: Payment) => {
  await opened.database.query(
    `insert into payment (gateway, payment_id, content_hash, method, amount, settled_at, settled_on, payer_kind, accepted, unmatched,
                          refused, reversed, sequence, recorded_at)
     values ($1, $2, '', 'qris', 1, $3, $4, 'self', 0, 1, 0, 0, 1, now())`,
    [gateway, reference, settled.at, jakartaDay(settled.at)],
  );
  const entries = [
    ...came.map((one) => ({ ...one, kind: 'received', sign: 1 })),
    ...went.map((one) => ({ ...one, kind: 'returned', sign: -1 })),
  ];
  for (const { kind, rupiah, recorded, sign } of entries)
    await opened.database.query(
      `insert into ledger_entry (lane, number, hash, kind, gateway, payment_id, recorded_at, accounts, amounts)
       values (63, $1, '', $2, $3, $4, $5, array['owed:self', 'cash:' || $3], $6)`,
      [(posted += 1), kind, gateway, reference, recorded.at, `{${-sign * rupiah},${sign * rupiah}}`],
    );
};

const sorted = (breaks: readonly Break[]) => breaks.map((one) => JSON.stringify(one)).sort();

it('adding up in the database leaves nothing that the rule would call a break', async () => {
  const { database } = opened;
  const reconciliations = new PostgresReconciliations(
    database,
    new WritePath(database, { wake: () => undefined }),
  );
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(payments, payments, lines, async (ours, others, stated) => {
      const gateway = `bank-${randomUUID()}`;
      for (const one of ours) await post(gateway, one);
      for (const one of others) await post(`${gateway}-2`, one);
      const expected = reconcile(stated, ours.flatMap(movementsOf));
      const found = reconcileDiffering(stated, await reconciliations.compare({ gateway, ...days }, stated));
      expect({ ...found, breaks: sorted(found.breaks) }).toEqual({
        ...expected,
        breaks: sorted(expected.breaks),
      });
      for (const { kind } of expected.breaks) kinds.add(kind);
    }),
    { numRuns: 60 },
  );
  expect([...kinds].sort()).toEqual(['different', 'duplicate', 'missing-here', 'missing-there']);
});
