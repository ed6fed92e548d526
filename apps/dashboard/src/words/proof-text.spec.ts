import { describe, expect, it } from '@jest/globals';
import { proofText } from './proof-text.js';
import { shadeText } from './shade-text.js';
import { shownIn } from './shown.js';

const shown = shownIn('en');
const proof = { proven: false, through: null, flaws: [], parked: 0 };
const flaw = { kind: 'missing', explanation: '', event: 1, offset: null, topic: 't', partition: 0 } as const;

describe('the proof in words', () => {
  it.each([
    ['2024-12-17', 'proven through 09:30:12 WIB'],
    ['2024-12-18', 'proven through 17 December 2024, 09:30:12 WIB'],
    [null, 'proven through 17 December 2024, 09:30:12 WIB'],
  ])('says until when, in Jakarta, with the day unless it is today (%s)', (today, text) =>
    expect(proofText({ ...proof, proven: true, through: '2024-12-17T09:30:12+07:00' }, shown, today)).toBe(
      text,
    ),
  );
  it.each([
    [{}, 'not proven yet'],
    [{ parked: 2 }, 'not proven: 2 messages wait to be looked at'],
    [{ parked: 2, flaws: [flaw] }, 'differs from what its owners say in 1 places'],
  ])('says why not: %j', (change, text) =>
    expect(proofText({ ...proof, ...change }, shown, null)).toBe(text),
  );
});

describe('a shade in words', () => {
  it('is a share cut to two decimals, a number of persons, or a pace with its sign', () => {
    expect(shadeText(0.44248, 'coverage', shown)).toBe('44.24%');
    expect(shadeText(126_652, 'gap', shown)).toBe('126,652');
    expect(shadeText(3.5, 'pace', shown)).toBe('+3.5 persons/day');
    expect(shadeText(-3.5, 'pace', shown)).toBe('-3.5 persons/day');
  });
});
