import { describe, expect, it } from '@jest/globals';
import { SAVINGS_REASONS } from '../findings.js';
import { settles } from './settles.js';

const ON = '2024-11-20';

describe('what a payment of savings leaves', () => {
  it.each(SAVINGS_REASONS.map((why) => [why] as const))('is told by why it is made: %s', (why) =>
    expect(settles({ kind: 'savings', why, birthDate: null }, ON)).toBe(
      why === 'retirement-part' || why === 'home-part' ? 'part' : 'whole',
    ),
  );

  it('is not known without findings, and is no question of other benefits', () => {
    expect(settles(null, ON)).toBeNull();
    expect(settles({ kind: 'school-years', years: [] }, ON)).toBeNull();
  });
});
