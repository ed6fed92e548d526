import { describe, expect, it } from '@jest/globals';
import type { Campaign, Version } from '../references/references.js';
import { reachedBy, type Reached } from './campaigns.js';

const run = (id: string, change: Partial<Campaign> = {}): Version<Campaign> => ({
  id,
  version: 1,
  position: 1,
  channel: 'event',
  channelCode: 'EVENT-RUN',
  regions: ['33.72'],
  from: '2015-11-14',
  through: '2015-12-13',
  reached: 1_000,
  source: null,
  ...change,
});
const RUNS = [run('RUN-SOLO'), run('RUN-BALI', { regions: ['51.71'], reached: 1_500 })];
const asked = (change: Partial<Reached> = {}): Reached => ({
  regions: ['ID'],
  from: '2015-01-01',
  through: '2015-12-31',
  channel: null,
  channelCode: null,
  campaign: null,
  part: {},
  ...change,
});

describe('whom campaigns reached', () => {
  it('is all of theirs together', () => {
    expect(reachedBy(RUNS, asked())).toBe(2_500);
    expect(reachedBy(RUNS, asked({ campaign: 'RUN-BALI' }))).toBe(1_500);
  });

  it('goes by channel, code and regions', () => {
    expect(reachedBy(RUNS, asked({ channel: 'event' }))).toBe(2_500);
    expect(reachedBy(RUNS, asked({ channel: 'bank' }))).toBeNull();
    expect(reachedBy(RUNS, asked({ channelCode: 'EVENT-OTHER' }))).toBeNull();
    expect(reachedBy(RUNS, asked({ regions: ['33'] }))).toBe(1_000);
    expect(reachedBy(RUNS, asked({ regions: ['33.72.05'] }))).toBeNull();
  });

  it('counts a campaign that ran on a day of the period', () => {
    expect(reachedBy(RUNS, asked({ through: '2015-11-13' }))).toBeNull();
    expect(reachedBy(RUNS, asked({ through: '2015-11-14' }))).toBe(2_500);
    expect(reachedBy(RUNS, asked({ from: '2015-12-13' }))).toBe(2_500);
    expect(reachedBy(RUNS, asked({ from: '2015-12-14' }))).toBeNull();
    expect(reachedBy([run('ALWAYS', { from: null, through: null })], asked())).toBe(1_000);
  });

  it('is shared out to the parts of a cut', () => {
    expect(reachedBy(RUNS, asked({ part: { campaign: 'RUN-SOLO' } }))).toBe(1_000);
    expect(reachedBy(RUNS, asked({ part: { region: '51' } }))).toBe(1_500);
    expect(reachedBy(RUNS, asked({ part: { month: '2015-12' } }))).toBe(2_500);
    expect(reachedBy(RUNS, asked({ part: { month: '2015-10' } }))).toBeNull();
    expect(reachedBy(RUNS, asked({ part: { channel: 'bank' } }))).toBeNull();
    expect(reachedBy(RUNS, asked({ part: { 'channel-code': 'EVENT-RUN' } }))).toBe(2_500);
  });
});
