import { randomUUID } from 'node:crypto';
import { contributionsTopic, membersTopic } from '#libs/contracts';
import { messagingMigrations, WritePath } from '#libs/messaging';
import { batchOf, openTestDatabase, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Arrival } from '../src/domain/coverage/history.js';
import { reportingMigrations } from '../src/outbound/persistence/migrations/index.js';
import { PostgresFiguresBeside } from '../src/outbound/persistence/rebuild/postgres-figures-beside.js';
import { PostgresRebuildRuns } from '../src/outbound/persistence/rebuild/postgres-rebuild-runs.js';
import { PostgresRebuilds } from '../src/outbound/persistence/rebuild/postgres-rebuilds.js';
import { RollUp } from '../src/outbound/persistence/roll-up.js';
import { RebuildImpossible, RunEnded, type Run } from '../src/use-cases/rebuild/figures-beside.js';

const PLACES = [membersTopic, contributionsTopic].flatMap(({ name: topic, partitions }) =>
  Array.from({ length: partitions }, (_, partition) => ({ topic, partition, offset: 0n })),
);
const AT = '2024-12-17T02:30:00.000Z';
const { signal } = new AbortController();

describe('who runs a rebuild', () => {
  let opened: TestDatabase;
  let runs: PostgresRebuildRuns;
  let figures: PostgresFiguresBeside;
  let rebuilds: PostgresRebuilds;
  let id: string;

  beforeAll(async () => {
    opened = await openTestDatabase('rebuild_runs', {
      migrations: [...messagingMigrations, ...reportingMigrations],
    });
    const { database } = opened;
    runs = new PostgresRebuildRuns(database);
    figures = new PostgresFiguresBeside(database, new RollUp(database));
    rebuilds = new PostgresRebuilds(database, new WritePath(database, { wake: () => undefined }));
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    await opened.database.query('delete from rebuild');
    figures.letGo();
    id = randomUUID();
    await rebuilds.change(batchOf({ kind: 'begin', id, askedBy: 'tester', messagesPerSecondMax: null }));
  });

  const takenUp = async (): Promise<Run> => {
    const taken: Run[] = [];
    await runs.asOnly(id, signal, async (run) => void taken.push(run));
    return taken[0]!;
  };
  const arrival = (sequence: number): Arrival => ({
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    stream: 'mm/0193d0a46f3e7c119a513f2f9f0b7a01',
    sequence,
    facts: [],
  });
  const written = async () => {
    const [row] = await opened.database.query<{ persons: number; events: number }>(
      `select (select count(*) from beside.person_state)::integer as persons,
              (select coalesce(sum(events), 0) from beside.reading)::integer as events`,
    );
    return row!;
  };

  it('is one of all replicas; the others come to nothing', async () => {
    let others = 0;
    await runs.asOnly(id, signal, async () => {
      await runs.asOnly(id, signal, async () => void (others += 1));
    });
    expect(others).toBe(0);
    expect((await takenUp()).epoch).toBe(2);
  });

  it('writes nothing once another one has taken it up, or it was cancelled', async () => {
    const before = await takenUp();
    await figures.places(before, PLACES);
    const now = await takenUp();
    figures.hold(arrival(1), AT);
    await expect(figures.write(before, [])).rejects.toThrow(RunEnded);
    await expect(runs.status(before)).rejects.toThrow(RunEnded);
    await expect(runs.move(before, 'loading', 'comparing')).rejects.toThrow(RunEnded);
    expect(await written()).toEqual({ persons: 0, events: 0 });
    await rebuilds.change(batchOf({ kind: 'cancel', id }));
    figures.hold(arrival(1), AT);
    await expect(figures.write(now, [])).rejects.toThrow(RunEnded);
    expect(await written()).toEqual({ persons: 0, events: 0 });
  });

  it('takes what it reads a second time for what it is', async () => {
    const run = await takenUp();
    await figures.places(run, PLACES);
    for (let times = 0; times < 2; times += 1) {
      for (const sequence of [2, 1]) figures.hold(arrival(sequence), AT);
      await figures.write(run, null);
    }
    expect(await written()).toEqual({ persons: 1, events: 2 });
  });

  it('cannot do without an event that the log has lost', async () => {
    const run = await takenUp();
    await figures.places(run, PLACES);
    figures.hold(arrival(2), AT);
    await figures.write(run, null);
    await expect(figures.write(run, PLACES)).rejects.toThrow(RebuildImpossible);
  });

  it('begins anew where the tables have another shape by now, and cannot go back to such', async () => {
    const run = await takenUp();
    await figures.places(run, PLACES);
    figures.hold(arrival(1), AT);
    await figures.write(run, [{ ...PLACES[0]!, offset: 7n }]);
    expect((await figures.places(run, PLACES)).find(({ offset }) => offset > 0n)).toMatchObject({
      offset: 7n,
    });
    await opened.database.query(`update beside.made_for set shape = 'of yesterday'`);
    await runs.move(run, 'loading', 'comparing');
    expect((await figures.places(run, PLACES)).every(({ offset }) => offset === 0n)).toBe(true);
    expect(await runs.status(run)).toBe('loading');
    expect(await written()).toEqual({ persons: 0, events: 0 });
    await opened.database.query(`update beside.made_for set shape = 'of yesterday'`);
    await opened.database.query(`update rebuild set status = 'rolling-back'`);
    await expect(figures.places(run, PLACES)).rejects.toThrow(RebuildImpossible);
  });
});
