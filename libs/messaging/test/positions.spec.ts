import { openTestDatabase, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { movePositions, PositionMoved, positionsOf } from '../src/consume/positions.js';
import { messagingMigrations } from '../src/index.js';

const at = { consumer: 'reader', topic: 'letters.v1', partition: 3 };
const ends = [{ topic: at.topic, partition: at.partition, low: 5n, high: 90n }];

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase('positions', { migrations: messagingMigrations });
});
afterAll(() => store.drop());

const position = async () => (await positionsOf(store.database, at.consumer, ends)).get('letters.v1/3');

/** A batch whose effect is a held key of its name. */
const take = (from: bigint, to: bigint, effect: string, meanwhile: () => Promise<void> = async () => {}) =>
  store.database.transaction(async (tx) => {
    await tx.query('insert into held_key (consumer, topic, partition, key_token) values ($1, $2, $3, $4)', [
      at.consumer,
      at.topic,
      at.partition,
      Buffer.from(effect),
    ]);
    await meanwhile();
    await movePositions(tx, at, [{ partition: at.partition, from, to }]);
  });

const effects = async () => {
  const rows = await store.database.query<{ key: Buffer }>(
    'select key_token as key from held_key order by key_token',
  );
  return rows.map(({ key }) => key.toString());
};

describe('a position', () => {
  beforeEach(async () => {
    await store.database.query('truncate consumer_position, held_key');
    await position(); // the first question makes it
  });

  it('begins where the log begins, and stays where it is however often it is asked for', async () => {
    expect(await position()).toBe(5n);
    await take(5n, 9n, 'first');
    expect(await position()).toBe(9n);
    const later = ends.map((end) => ({ ...end, low: 7n }));
    expect((await positionsOf(store.database, at.consumer, later)).get('letters.v1/3')).toBe(9n);
  });

  it('is moved together with those of other partitions, or none is', async () => {
    const other = { ...at, partition: 4 };
    const bothEnds = [...ends, { ...ends[0]!, partition: 4 }];
    const positions = () => positionsOf(store.database, at.consumer, bothEnds);
    const move = (from: bigint, otherFrom: bigint) =>
      store.database.transaction((tx) =>
        movePositions(tx, at, [
          { partition: at.partition, from, to: from + 2n },
          { partition: other.partition, from: otherFrom, to: otherFrom + 3n },
        ]),
      );
    await positions();
    await move(5n, 5n);
    expect([...(await positions()).values()].toSorted()).toEqual([7n, 8n]);
    await expect(move(7n, 7n)).rejects.toThrow(new PositionMoved('reader letters.v1/4 is no longer at 7'));
    expect([...(await positions()).values()].toSorted()).toEqual([7n, 8n]);
  });

  it('is moved with the effect', async () => {
    await take(5n, 9n, 'first');
    await take(9n, 12n, 'second');
    expect(await position()).toBe(12n);
    expect(await effects()).toEqual(['first', 'second']);
  });

  it.each([
    ['behind', 7n],
    ['before', 20n],
  ])('is not moved by whoever left it %s where it is now, and their effect is undone', async (_, from) => {
    await take(5n, 9n, 'first');
    await expect(take(from, 30n, 'stale')).rejects.toThrow(PositionMoved);
    expect(await position()).toBe(9n);
    expect(await effects()).toEqual(['first']);
  });

  it('is not moved by a batch whose partition another took over while it was at work', async () => {
    await expect(take(5n, 9n, 'slow', () => take(5n, 7n, 'quick'))).rejects.toThrow(PositionMoved);
    expect(await position()).toBe(7n);
    expect(await effects()).toEqual(['quick']);
  });

  it('is moved by one of two that move it at the same time', async () => {
    const both = await Promise.allSettled([take(5n, 8n, 'one'), take(5n, 9n, 'other')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [winner] = both[0]!.status === 'fulfilled' ? [[8n, 'one']] : [[9n, 'other']];
    expect([await position(), ...(await effects())]).toEqual(winner);
  });

  it('is not moved where nobody ever read', async () => {
    await store.database.query('truncate consumer_position');
    await expect(take(5n, 9n, 'unread')).rejects.toThrow(PositionMoved);
    expect(await effects()).toEqual([]);
  });
});
