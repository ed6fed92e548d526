import { partitionOf } from '#libs/messaging';
import { describe, expect, it } from '@jest/globals';
import { noteReading } from './reading.js';

/** Persons of two partitions. */
const [one, other] = ['person-1', 'person-2'];

const noted = async (taken: readonly { recordedAt: string; data: { personId: string } }[]) => {
  const given: unknown[] = [];
  const query = async <Row>(_sql: string, params: readonly unknown[] = []): Promise<Row[]> => {
    given.push(params);
    return [];
  };
  await noteReading({ query }, 'topic', taken);
  return given;
};

const event = (personId: string, day: number) => ({
  recordedAt: `2024-12-0${day}T00:00:00.000Z`,
  data: { personId },
});

describe('what is noted as read', () => {
  it('counts a batch of several partitions under each of them', async () => {
    expect(partitionOf(one)).not.toBe(partitionOf(other));
    expect(await noted([event(one, 1), event(other, 5), event(one, 3), event(one, 2)])).toEqual([
      [
        'topic',
        [partitionOf(one), partitionOf(other)],
        [3, 1],
        ['2024-12-03T00:00:00.000Z', '2024-12-05T00:00:00.000Z'],
      ],
    ]);
  });

  it('is nothing where nothing was taken', async () => expect(await noted([])).toEqual([]));
});
