import { describe, expect, it } from '@jest/globals';
import type { Campaign } from '../api/answers.js';
import { campaignsIn, undertakingsOf } from './campaigns.js';

const run = (city: string, change: Partial<Campaign> = {}): Campaign => ({
  id: `RUN-${city}`,
  version: 1,
  regions: [city],
  recordedAt: '2024-12-17T00:00:00+07:00',
  reached: 1_000,
  channel: 'event',
  channelCode: 'EVENT-RUN',
  from: '2015-11-14',
  through: '2015-12-13',
  source: null,
  ...change,
});
const MAILING = run('33.14', {
  id: 'MAIL',
  channel: 'bank',
  channelCode: 'BANK-01',
  from: '2024-01-01',
  through: null,
});
const ALL = [run('33.72'), run('31.71', { reached: 5_000 }), MAILING];

const asked = {
  region: 'ID',
  channel: null,
  channelCode: null,
  campaign: null,
  from: '2014-01-01',
  through: '2024-12-17',
};
const idsIn = (change: Partial<typeof asked> | Record<string, string>) =>
  campaignsIn(ALL, { ...asked, ...change }).map(({ id }) => id);

describe('the campaigns of a funnel', () => {
  it('are those within its regions, of its channel and its period', () => {
    expect(idsIn({})).toEqual(['RUN-33.72', 'RUN-31.71', 'MAIL']);
    expect(idsIn({ region: '33' })).toEqual(['RUN-33.72', 'MAIL']);
    expect(idsIn({ channel: 'event' })).toEqual(['RUN-33.72', 'RUN-31.71']);
    expect(idsIn({ channelCode: 'BANK-01' })).toEqual(['MAIL']);
    expect(idsIn({ campaign: 'RUN-31.71' })).toEqual(['RUN-31.71']);
  });

  it('ran on one of its days at least', () => {
    expect(idsIn({ from: '2015-12-13', through: '2015-12-31' })).toEqual(['RUN-33.72', 'RUN-31.71']);
    expect(idsIn({ from: '2015-12-14', through: '2015-12-31' })).toEqual([]);
    expect(idsIn({ from: '2015-01-01', through: '2015-11-14' })).toEqual(['RUN-33.72', 'RUN-31.71']);
    expect(idsIn({ from: '2015-01-01', through: '2015-11-13' })).toEqual([]);
  });
});

it('campaigns of one channel are one undertaking, and the latest stands first', () =>
  expect(undertakingsOf(ALL)).toEqual([
    {
      channel: 'bank',
      channelCode: 'BANK-01',
      campaigns: 1,
      reached: 1_000,
      from: '2024-01-01',
      through: null,
    },
    {
      channel: 'event',
      channelCode: 'EVENT-RUN',
      campaigns: 2,
      reached: 6_000,
      from: '2015-11-14',
      through: '2015-12-13',
    },
  ]));
