import type { Mutation } from './mutation.js';

const RELAY = 'libs/messaging/src/events';
const RACES = { project: 'integration', spec: 'libs/messaging/test/relay-races.spec.ts' } as const;
const TAKEOVER = { project: 'integration', spec: 'libs/messaging/test/relay-takeover.spec.ts' } as const;
const RESTORE = { project: 'integration', spec: 'libs/messaging/test/relay-restore.spec.ts' } as const;

const WRITING: readonly Mutation[] = [
  {
    name: 'no locks before the first write',
    breaks: 'two batches that share an aggregate publish its events in the wrong order',
    file: 'libs/persistence/src/transaction.ts',
    from: 'if (keys.length === 0) return;',
    to: 'if (keys.length >= 0) return;',
    caughtBy: { ...RACES, tests: 'locked before anything is written' },
  },
];

const RELAYING: readonly Mutation[] = [
  {
    name: 'no snapshot filter',
    breaks: 'the event of whoever commits late is lost',
    file: `${RELAY}/unsent.ts`,
    from: 'and transaction_id < pg_snapshot_xmin(pg_current_snapshot())',
    to: '',
    caughtBy: { ...RACES, tests: 'passes over who commits late' },
  },
  {
    name: 'cursor on the position alone',
    breaks: 'the lower position of a later transaction is lost',
    file: `${RELAY}/unsent.ts`,
    from: '(transaction_id, position) > ($2::xid8, $3::bigint)',
    to: '$2::xid8 is not null and position > $3::bigint',
    caughtBy: { ...RACES, tests: 'passes over the lower position' },
  },
  {
    name: 'cursor moved without acknowledgement',
    breaks: 'what the broker did not take is lost',
    file: `${RELAY}/relay-lane.ts`,
    from: '.catch(NotSent.because)',
    to: '.catch(() => undefined)',
    caughtBy: { ...TAKEOVER, tests: 'what the broker did not take' },
  },
  {
    name: 'no compare-and-set of the relay cursor',
    breaks: 'a stopped relay that wakes moves the cursor',
    file: `${RELAY}/relay-cursor.ts`,
    from: 'and transaction_id = $4::xid8 and position = $5 returning',
    to: 'and $4::xid8 is not null and $5::bigint is not null returning',
    caughtBy: { ...TAKEOVER, tests: 'only from where it was read' },
  },
  {
    name: 'lane published without its lock',
    breaks: 'two relays publish the same events at the same time',
    file: `${RELAY}/relay-lane.ts`,
    from: 'if (!owner?.mine) return null;',
    to: '',
    caughtBy: { ...TAKEOVER, tests: 'take turns' },
  },
  {
    name: 'no fresh answer before sending',
    breaks: 'a stopped relay that wakes sends what another has sent',
    file: `${RELAY}/relay-lane.ts`,
    from: 'await stillOwned(tx);',
    to: '',
    caughtBy: { ...TAKEOVER, tests: 'stopped between reading and sending' },
  },
  {
    name: 'cluster not compared',
    breaks: 'after a restore the relay goes on from a cursor that means nothing',
    file: `${RELAY}/relay-cursor.ts`,
    from: 'found?.isOurs !== true',
    to: 'found === undefined',
    caughtBy: { ...RESTORE, tests: 'stops, says why' },
  },
  {
    name: 'cursor ahead of its cluster taken',
    breaks: 'after a restore from a dump, everything that is written is passed over',
    file: `${RELAY}/relay-cursor.ts`,
    from: 'if (found.isAhead)',
    to: 'if (!found)',
    caughtBy: { ...RESTORE, tests: 'restored from a dump' },
  },
];

const CONSUMING: readonly Mutation[] = [
  {
    name: 'no compare-and-set of the position',
    breaks: 'after a rebalance two consumers apply the same messages',
    file: 'libs/messaging/src/consume/positions.ts',
    from: 'and next_offset = came_from',
    to: 'and came_from is not null',
    caughtBy: { project: 'integration', spec: 'libs/messaging/test/positions.spec.ts' },
  },
  {
    name: 'held keys never looked up',
    breaks: 'a message overtakes the parked one of its key',
    file: 'libs/messaging/src/consume/kafka-batch.ts',
    from: 'isAmong(held, keyOf(one))',
    to: 'isAmong(held, `never ${keyOf(one)}`)',
    caughtBy: {
      project: 'integration',
      spec: 'libs/messaging/test/held-keys.spec.ts',
      tests: 'waits, batch after batch',
    },
  },
  {
    name: 'redelivery taken again',
    breaks: 'an event counts twice',
    file: 'apps/claims/src/domain/cover/cover.take.ts',
    from: 'if (arrival.sequence <= last) return',
    to: 'if (arrival.sequence < last) return',
    caughtBy: { project: 'unit', spec: 'apps/claims/src/domain/cover/cover.spec.ts' },
  },
  {
    name: 'gap not noticed',
    breaks: 'an event that was left out is never missed',
    file: 'libs/kernel/src/sequence.ts',
    from: 'follows > lastTaken;',
    to: 'follows > lastTaken + 1;',
    caughtBy: { project: 'unit', spec: 'apps/claims/src/domain/cover/cover.spec.ts' },
  },
];

/** Guards that no test may miss. */
export const MUTATIONS: readonly Mutation[] = [...WRITING, ...RELAYING, ...CONSUMING];
