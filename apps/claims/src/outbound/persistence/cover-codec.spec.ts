import { describe, expect, it } from '@jest/globals';
import { PROGRAMMES, SEGMENTS } from '#libs/kernel';
import * as fc from 'fast-check';
import { initialCover, type Cover } from '../../domain/cover/cover.js';
import { packCover, unpackCover } from './cover-codec.js';

const day = fc.constantFrom('2023-12-31', '2024-01-01', '2024-02-29', '2026-11-21');
const segment = fc.constantFrom(...SEGMENTS);
const programmes = fc.subarray([...PROGRAMMES]);
const terms = fc.record({ segment, programmes, basisRupiah: fc.option(fc.nat()) });
const changedTerms = fc.record(
  { segment, programmes, basisRupiah: fc.option(fc.nat()) },
  { requiredKeys: [] },
);
const contribution = fc.record({
  contributionId: fc.uuid(),
  segment,
  programmes,
  from: day,
  through: day,
  eventCover: fc.boolean(),
  paidOn: day,
  recordedOn: fc.option(day),
  saved: fc.option(fc.record({ JHT: fc.nat(), JP: fc.nat() })),
});
const membership = fc.record({
  registration: fc.option(
    fc.record({
      registeredOn: day,
      terms,
      changes: fc.array(fc.record({ on: day, terms: changedTerms })),
      endedOn: fc.option(day),
    }),
  ),
  contributions: fc.array(contribution),
  taken: fc.record({ members: fc.nat(), contributions: fc.nat() }),
});
const residence = fc.record({
  on: day,
  region: fc.constantFrom('33.72', 'nowhere'),
  recordedAt: fc.constant('2024-01-01T00:00:00.000Z'),
  eventId: fc.uuid(),
});
const anyCover: fc.Arbitrary<Cover> = fc.record({
  memberships: fc.dictionary(fc.uuid(), membership, { noNullPrototype: true }),
  residences: fc.array(residence),
  diedOn: fc.option(day),
  personTaken: fc.nat(),
});

describe('the stored form of a cover', () => {
  it('gives back what was put in, through JSON', () =>
    fc.assert(
      fc.property(anyCover, (cover) => {
        expect(unpackCover(JSON.parse(JSON.stringify(packCover(cover))))).toEqual(cover);
      }),
    ));

  it('holds a contribution in less than 100 characters', () => {
    const paid = {
      contributionId: '01944f3b-1c40-7e21-a7d5-9b3c6f0e2d33',
      segment: 'BPU',
      programmes: ['JKK', 'JKM'],
      from: '2025-01-01',
      through: '2025-01-31',
      eventCover: false,
      paidOn: '2025-01-10',
      recordedOn: '2025-01-10',
      saved: { JHT: 0, JP: 0 },
    } as const;
    const membershipId = '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11';
    const taken = { members: 1, contributions: 1 };
    const sizeOf = (contributions: readonly (typeof paid)[]) => {
      const memberships = { [membershipId]: { registration: null, contributions, taken } };
      return JSON.stringify(packCover({ ...initialCover, memberships })).length;
    };
    expect(sizeOf([paid, paid]) - sizeOf([paid])).toBeLessThan(100);
  });
});
