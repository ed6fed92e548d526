import { describe, expect, it } from '@jest/globals';
import { screenOf, type Proof } from './proof.js';

const partition = (topic: string, number: number, applied: number | null, proven: number) => ({
  topic,
  partition: number,
  log: { count: (applied ?? 0) + number },
  applied: applied === null ? null : { count: applied },
  owner: { count: proven },
  proven: { count: proven, digest: '0000000000000000' },
});
const proof: Proof = {
  proven: true,
  through: '2024-12-17T10:00:02.113Z',
  flaws: [],
  parked: 0,
  waived: [],
  partitions: [partition('a', 0, 5, 5), partition('a', 1, 3, 2), partition('b', 0, null, 0)],
};

describe('the screen of the proof', () => {
  it('says until when, and how many events of each topic', () => {
    expect(screenOf(proof).split('\n')).toEqual([
      'Proven: what was recorded through 2024-12-17T10:00:02.113Z.',
      '',
      'topic  log  applied  owner  proven',
      'a      9    8        7      7',
      'b      0    0        0      0',
    ]);
  });

  it('says what speaks against it, with the place', () => {
    const flaw = { topic: 'a', partition: 1, event: 3, explanation: 'two events are the other way round' };
    const flaws = [
      { ...flaw, offset: 2 },
      { ...flaw, offset: null },
    ];
    const text = screenOf({ ...proof, proven: false, flaws, parked: 2, waived: [{}] });
    expect(text.split('\n').slice(0, 5)).toEqual([
      'Not proven beyond what was recorded through 2024-12-17T10:00:02.113Z.',
      'a/1, event 3, at offset 2: two events are the other way round.',
      'a/1, event 3, behind the end of the log: two events are the other way round.',
      '2 messages wait to be looked at: cakupan parked list.',
      '1 messages were given up; figures do without them.',
    ]);
    expect(screenOf({ ...proof, proven: false, through: null })).toMatch(/^Not proven\.\n/);
  });
});
