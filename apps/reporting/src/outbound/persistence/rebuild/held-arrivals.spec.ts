import { describe, expect, it } from '@jest/globals';
import type { Arrival } from '../../../domain/coverage/history.js';
import { HeldArrivals } from './held-arrivals.js';

const ID = '0193d0a46f3e7c119a513f2f9f0b7a01';
const AT = '2024-12-17T02:30:00.123Z';

const arrival = (personId: string, sequence: number, more: Partial<Arrival> = {}): Arrival => ({
  personId,
  stream: `mm/${ID}`,
  sequence,
  facts: [
    { kind: 'moved', at: 1_734_402_600_123_000, id: ID, effectiveOn: 20_074, residence: '33.72.05.1011' },
  ],
  ...more,
});

const heldIn = (held: HeldArrivals, atOnce: number) =>
  Array.fromAsync(held.groups(atOnce), (group) => [...group].map(([, arrivals]) => arrivals));

describe('arrivals that are held', () => {
  it('come back as they came, by person', async () => {
    const held = new HeldArrivals();
    const came = [
      arrival('a', 1),
      arrival('b', 7, { facts: [] }),
      arrival('a', 4, { follows: 1, stream: 'cm/~another kind of id' }),
    ];
    for (const each of came) held.add(each, AT);
    const found = (await heldIn(held, 100)).flat(2);
    expect(found).toEqual([came[0], came[2], came[1]].map((each) => ({ arrival: each, recordedAt: AT })));
  });

  it('come in groups of whole persons', async () => {
    const held = new HeldArrivals();
    for (const person of ['a', 'b', 'a', 'c', 'b', 'd']) held.add(arrival(person, 1), AT);
    expect((await heldIn(held, 3)).map((group) => group.map((arrivals) => arrivals.length))).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  it('outgrow a block, even one by itself', async () => {
    const held = new HeldArrivals();
    const long = 'x'.repeat(5 * 1024 * 1024);
    for (const id of [long, 'short', long]) held.add(arrival('a', 1, { stream: `mm/~${id}` }), AT);
    expect((await heldIn(held, 9)).flat(2).map(({ arrival: { stream } }) => stream.length)).toEqual([
      long.length + 4,
      9,
      long.length + 4,
    ]);
  });
});
