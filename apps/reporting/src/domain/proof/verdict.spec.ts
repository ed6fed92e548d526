import { describe, expect, it } from '@jest/globals';
import { nothingProven, type Proven } from './compare.js';
import { verdictOf, type PartitionProof } from './verdict.js';

const AT_TEN = '2024-12-17T03:00:00.000Z';
const AT_ELEVEN = '2024-12-17T04:00:00.000Z';

const provenUpTo = (events: number, recordedThrough = AT_TEN, more: Partial<Proven> = {}): Proven => ({
  ...nothingProven,
  events,
  recordedThrough,
  offset: events - 1,
  ...more,
});
const partition = (more: Partial<PartitionProof> = {}): PartitionProof => ({
  topic: 'enrollment.members.v1',
  partition: 0,
  position: 5,
  end: 5,
  applied: { events: 5, digest: 1n, copies: { events: 0, digest: 0n } },
  owner: { events: 5, digest: 1n, isOverdue: false },
  proven: provenUpTo(5),
  ...more,
});
const idle = partition({
  partition: 1,
  position: 0,
  end: 0,
  applied: null,
  owner: null,
  proven: nothingProven,
});

describe('figures are proven', () => {
  it('when every partition agrees with its owner, through what was recorded last', () => {
    const all = [partition(), partition({ partition: 2, proven: provenUpTo(5, AT_ELEVEN) }), idle];
    expect(verdictOf(all, 0)).toEqual({ isProven: true, through: AT_ELEVEN, flaws: [] });
  });

  it('up to where the one stands that has more to prove', () => {
    const behind = partition({ partition: 2, owner: { events: 9, digest: 2n, isOverdue: false } });
    const ahead = partition({ proven: provenUpTo(5, AT_ELEVEN) });
    expect(verdictOf([ahead, behind], 0)).toEqual({ isProven: true, through: AT_TEN, flaws: [] });
  });
});

describe('figures are not proven', () => {
  it('while nothing is', () => {
    expect(verdictOf([idle], 0)).toEqual({ isProven: false, through: null, flaws: [] });
  });

  it('while the owner of what was taken has not spoken', () => {
    const unheard = partition({ partition: 2, owner: null, proven: nothingProven });
    expect(verdictOf([partition(), unheard], 0)).toMatchObject({ isProven: false, through: null });
  });

  it('while a message is set aside', () => {
    expect(verdictOf([partition()], 1)).toEqual({ isProven: false, through: AT_TEN, flaws: [] });
  });

  it('when one was found to differ, and says where', () => {
    const flaw = { kind: 'changed', event: 6, offset: 5 } as const;
    const wrong = partition({
      applied: { events: 7, digest: 3n, copies: { events: 0, digest: 0n } },
      proven: provenUpTo(5, AT_TEN, { flaw }),
    });
    expect(verdictOf([wrong], 0)).toEqual({
      isProven: false,
      through: AT_TEN,
      flaws: [{ topic: 'enrollment.members.v1', partition: 0, ...flaw }],
    });
  });

  it('when what was said long ago is not at the end of the log, and not before', () => {
    const said = { events: 6, digest: 2n, isOverdue: true };
    const [lost] = verdictOf([partition({ owner: said })], 0).flaws;
    expect(lost).toMatchObject({ kind: 'missing', event: 6, offset: null });
    expect(verdictOf([partition({ owner: said, end: 6 })], 0).isProven).toBe(true);
    expect(verdictOf([partition({ owner: { ...said, isOverdue: false } })], 0).isProven).toBe(true);
  });
});
