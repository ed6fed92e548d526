import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fact } from '../../domain/coverage/fact.js';
import { decodeHistory } from './decode-history.js';
import { encodeHistory } from './encode-history.js';

const id = fc.oneof(
  fc.uuid().map((uuid) => uuid.replaceAll('-', '')),
  fc.string({ maxLength: 40 }).map((text) => `~${text}`),
);
const small = fc.nat(40);
const maybe = fc.option(small);
const day = fc.integer({ min: -800_000, max: 3_000_000 });
const recorded = { at: fc.integer({ min: -1e13, max: 4e15 }), id };

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    ...recorded,
    kind: fc.constant('registered' as const),
    membershipId: id,
    registeredOn: day,
    segment: small,
    programmes: small,
    payer: small,
    groups: fc.nat(65_535),
    channelKind: small,
    channelCode: fc.string({ unit: 'grapheme' }),
    channelsAbove: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
    campaign: fc.option(fc.string({ unit: 'grapheme' })),
    residence: fc.option(fc.constantFrom('33.72.05.1011', 'unmapped', 'ID')),
  }),
  fc.record({
    ...recorded,
    kind: fc.constant('moved' as const),
    effectiveOn: day,
    residence: fc.constantFrom('33.72', 'ID'),
  }),
  fc.record({
    ...recorded,
    kind: fc.constant('changed' as const),
    membershipId: id,
    effectiveOn: day,
    segment: maybe,
    programmes: maybe,
    payer: maybe,
    groups: maybe,
  }),
  fc.record({
    ...recorded,
    kind: fc.constant('ended' as const),
    membershipId: id,
    endedOn: day,
    died: fc.boolean(),
  }),
  fc.record({
    ...recorded,
    kind: fc.constant('paid' as const),
    membershipId: id,
    contributionId: id,
    segment: small,
    programmes: small,
    payer: small,
    from: day,
    through: day,
    event: fc.boolean(),
  }),
  fc.record({ ...recorded, kind: fc.constant('reversed' as const), contributionId: id }),
);

const history = fc.record({
  facts: fc.array(fact, { maxLength: 30 }),
  sequences: fc
    .array(fc.tuple(fc.constantFrom('mm/', 'cm/', 'mp/'), id, fc.nat()))
    .map((streams) => new Map(streams.map(([kind, subject, last]) => [kind + subject, last] as const))),
});

describe('a history as bytes', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(history, (written) => {
        expect(decodeHistory(encodeHistory(written))).toEqual(written);
      }),
    );
  });

  it('is read in its own version and in those before it, and in no later one', () => {
    const bytes = encodeHistory({ facts: [], sequences: new Map() });
    for (const version of [1, 2, 3]) {
      bytes[0] = version;
      expect(decodeHistory(bytes)).toEqual({ facts: [], sequences: new Map() });
    }
    bytes[0] = 4;
    expect(() => decodeHistory(bytes)).toThrow('version 4');
  });

  it.each([
    [2, 'the channels above', 1],
    [1, 'campaigns and the channels above', 2],
  ])('of version %i is read, whose registrations know nothing of %s', (version, _, bytesLess) => {
    const [registered] = fc.sample(
      fact.filter(({ kind }) => kind === 'registered'),
      { numRuns: 1, seed: 7 },
    );
    const written = {
      facts: [{ ...registered!, campaign: null, channelsAbove: [] } as Fact],
      sequences: new Map(),
    };
    const bytes = encodeHistory(written);
    const before = Buffer.from(bytes.subarray(0, -bytesLess)); // they come last, and none takes one byte
    before[0] = version;
    expect(decodeHistory(before)).toEqual(written);
  });
});
