import { describe, expect, it } from '@jest/globals';
import { BANK, FUN_RUN } from './funnel.example.js';
import { stagesOf, worstLoss } from './funnel.js';

describe('the stages of a funnel', () => {
  it('are each counted of those who could have come so far', () =>
    expect(stagesOf(FUN_RUN)).toEqual([
      { milestone: 'reached', count: 16_000, of: null, share: null },
      { milestone: 'signedUp', count: 2_200, of: 16_000, share: 0.1375 },
      { milestone: 'firstPaid', count: 2_000, of: 2_200, share: 2_000 / 2_200 },
      { milestone: 'after3', count: 11, of: 2_200, share: 0.005 },
      { milestone: 'after6', count: 2, of: 2_200, share: 2 / 2_200 },
      { milestone: 'after12', count: 0, of: 0, share: null },
      { milestone: 'wentOn', count: 10, of: 2_000, share: 0.005 },
    ]));

  it('have none after an event where there was none, and no share where nobody was reached by a campaign', () => {
    expect(stagesOf(BANK).map(({ milestone }) => milestone)).not.toContain('wentOn');
    expect(stagesOf(BANK)[1]).toEqual({ milestone: 'signedUp', count: 100, of: null, share: null });
  });
});

describe('where the most fall away', () => {
  it('is the step at which the share of those who could have come so far falls most', () => {
    expect(worstLoss(FUN_RUN)).toMatchObject({ from: 'firstPaid', to: 'after3' });
    expect(worstLoss(BANK)).toMatchObject({ from: 'after3', to: 'after6' });
    expect(worstLoss(BANK)!.fall).toBeCloseTo(0.4);
  });

  it('may be before anything was paid', () =>
    expect(worstLoss({ ...BANK, firstPaid: 20 })).toMatchObject({ from: 'signedUp', to: 'firstPaid' }));

  it('passes over what has not come yet', () => {
    const open = { due: 0, kept: 0, share: null };
    const retention = { ...BANK.retention, 3: open };
    expect(worstLoss({ ...BANK, retention })).toMatchObject({ from: 'firstPaid', to: 'after6' });
  });

  it('is nowhere where everybody stays, or nobody came', () => {
    const open = { due: 0, kept: 0, share: null };
    const retention = { 3: open, 6: open, 12: open };
    expect(worstLoss({ ...BANK, firstPaid: 100, retention })).toBeNull();
    expect(worstLoss({ ...BANK, signedUp: 0, firstPaid: 0, retention })).toBeNull();
  });
});
