import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { goOnProving, nothingProven, type ReadEvent, type Statement } from './compare.js';

const sumOf = (digests: readonly bigint[]) =>
  BigInt.asIntN(
    64,
    digests.reduce((sum, each) => sum + each, 0n),
  );

/** What an owner says of these events, in stretches of so many. */
const statementsOf = (said: readonly bigint[], stretch = 4): Statement[] => {
  const statements: Statement[] = [];
  for (let after = 0; after < said.length; after += stretch) {
    const digests = said.slice(after, after + stretch);
    const count = after + digests.length;
    const digest = sumOf(said.slice(0, count));
    statements.push({ after, count, digest, digests, recordedThrough: '2024-12-17T03:00:00.000Z' });
  }
  return statements;
};
/** The same as they lie in the log, from offset 100 on. */
const readOf = (digests: readonly bigint[]): ReadEvent[] =>
  digests.map((digest, place) => ({ digest, offset: 100 + place, isParked: false }));

const SAID = [11n, 12n, 13n, 14n, 15n, 16n, 17n, 18n];
const prove = (read: readonly ReadEvent[], said = SAID) =>
  goOnProving(nothingProven, statementsOf(said), read);

describe('what was taken is proven', () => {
  it('as far as the owner has said the same', () => {
    expect(prove(readOf(SAID))).toEqual({
      statements: 2,
      read: 8,
      proven: {
        events: 8,
        digest: 116n,
        strangers: 0,
        offset: 107,
        recordedThrough: '2024-12-17T03:00:00.000Z',
        flaw: null,
      },
    });
  });

  it('as far as it was read: what is said and not read yet is no flaw', () => {
    expect(prove(readOf(SAID.slice(0, 7))).proven).toMatchObject({ events: 4, offset: 103, flaw: null });
    expect(prove([])).toEqual({ proven: nothingProven, statements: 0, read: 0 });
  });

  it('from where it was proven before, and not by what was heard twice', () => {
    const first = prove(readOf(SAID).slice(0, 4));
    const again = goOnProving(first.proven, statementsOf(SAID), readOf(SAID).slice(4));
    expect(again).toMatchObject({ statements: 2, read: 4, proven: { events: 8, digest: 116n, offset: 107 } });
  });

  it('also by an owner who counts its stretches anew, as after a restore', () => {
    const first = goOnProving(nothingProven, statementsOf(SAID.slice(0, 3)), readOf(SAID).slice(0, 3));
    const anew = goOnProving(first.proven, statementsOf(SAID, 5), readOf(SAID).slice(3));
    expect(anew.proven).toMatchObject({ events: 8, digest: 116n, offset: 107, flaw: null });
  });

  it('beside what was set aside and is none of the owner, also a copy', () => {
    const parked = { digest: 12n, offset: 99, isParked: true };
    const read = readOf(SAID);
    const withStrangers = [
      ...read.slice(0, 2),
      parked,
      ...read.slice(2, 7),
      { ...parked, digest: 99n },
      read[7]!,
    ];
    expect(prove(withStrangers).proven).toMatchObject({ events: 8, strangers: 2, flaw: null });
  });

  it("with what was set aside and is the owner's", () => {
    const read = readOf(SAID).map((each) => ({ ...each, isParked: each.digest === 13n }));
    expect(prove(read).proven).toMatchObject({ events: 8, strangers: 0, flaw: null });
  });
});

describe('what was taken is not what was said', () => {
  const flawOf = (digests: readonly bigint[]) => prove(readOf(digests)).proven.flaw;
  const without = (place: number) => SAID.filter((_, each) => each !== place);

  it.each([0, 2, 3, 4, 6])('when one is missing (%d)', (place) => {
    expect(flawOf(without(place))).toMatchObject({ event: place + 1, offset: 100 + place });
  });

  it('says so as soon as one has come behind the missing one', () => {
    expect(flawOf(without(2))).toEqual({ kind: 'missing', event: 3, offset: 102 });
    expect(flawOf([11n, 12n])).toBeNull();
  });

  it('when one is there twice', () => {
    expect(flawOf([11n, 12n, 12n, 13n, 14n, 15n])).toEqual({ kind: 'doubled', event: 3, offset: 102 });
  });

  it('when one has other content', () => {
    expect(flawOf([11n, 12n, 99n, 14n, 15n])).toEqual({ kind: 'changed', event: 3, offset: 102 });
  });

  it('when two are the other way round', () => {
    expect(flawOf([11n, 13n, 12n, 14n, 15n])).toEqual({ kind: 'swapped', event: 2, offset: 101 });
  });

  it('when it became unreadable', () => {
    const read = readOf(SAID).map((each) =>
      each.digest === 13n ? { ...each, digest: 99n, isParked: true } : each,
    );
    expect(prove(read).proven.flaw).toEqual({ kind: 'changed', event: 3, offset: 102 });
  });

  it('when the owner has not said what lies between', () => {
    const [, second] = statementsOf(SAID);
    const { proven } = goOnProving(nothingProven, [second!], readOf(SAID));
    expect(proven.flaw).toEqual({ kind: 'unstated', event: 1, offset: null });
  });

  it('and it is proven up to the event before, and nothing behind', () => {
    const { proven, statements, read } = prove(readOf(without(5)));
    expect([statements, read]).toEqual([1, 5]);
    expect(proven).toMatchObject({ events: 5, digest: 65n, offset: 104, strangers: 0 });
    expect(proven.recordedThrough).toBe('2024-12-17T03:00:00.000Z');
    const first = prove(readOf(without(1))).proven;
    expect(first).toMatchObject({ events: 1, digest: 11n, offset: 100, recordedThrough: null });
    expect(prove(readOf(without(0))).proven).toMatchObject({ events: 0, digest: 0n, offset: null });
    const later = goOnProving(proven, statementsOf(SAID), readOf(SAID));
    expect(later).toEqual({ proven, statements: 0, read: 0 });
  });
});

describe('any one fault', () => {
  const digests = fc.uniqueArray(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), {
    minLength: 5,
    maxLength: 40,
  });
  const stretches = fc.integer({ min: 1, max: 12 });

  it('is found where it is, whichever event and however the stretches lie', () => {
    const faults = fc.constantFrom('missing', 'doubled', 'changed', 'swapped');
    fc.assert(
      fc.property(digests, stretches, faults, fc.nat(), (said, stretch, fault, seed) => {
        const place = seed % (said.length - 3);
        const log = [...said];
        if (fault === 'missing') log.splice(place, 1);
        if (fault === 'doubled') log.splice(place, 0, said[place]!);
        if (fault === 'changed') log[place] = said[place]! ^ 1n;
        if (fault === 'swapped') [log[place], log[place + 1]] = [log[place + 1]!, log[place]!];
        const { proven } = goOnProving(nothingProven, statementsOf(said, stretch), readOf(log));
        const found = fault === 'doubled' ? place + 1 : place;
        expect(proven.flaw).toMatchObject({ event: found + 1, offset: 100 + found });
        expect(proven).toMatchObject({ events: found, digest: sumOf(said.slice(0, found)) });
        expect(proven.offset).toBe(found === 0 ? null : 99 + found);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is none where there is none, however reading and statements come in', () => {
    fc.assert(
      fc.property(digests, stretches, fc.array(fc.integer({ min: 1, max: 9 })), (said, stretch, steps) => {
        const [statements, read] = [statementsOf(said, stretch), readOf(said)];
        let proven = nothingProven;
        let [used, done] = [0, 0];
        for (const step of [...steps, said.length]) {
          const progress = goOnProving(proven, statements.slice(done), read.slice(used, used + step * 3));
          proven = progress.proven;
          used += progress.read;
          done += progress.statements;
          expect(proven.flaw).toBeNull();
        }
        const rest = goOnProving(proven, statements.slice(done), read.slice(used));
        expect(rest.proven).toMatchObject({ events: said.length, digest: sumOf(said), flaw: null });
      }),
      { numRuns: 500 },
    );
  });
});
