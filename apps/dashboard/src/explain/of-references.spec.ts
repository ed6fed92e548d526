import { describe, expect, it } from '@jest/globals';
import type { Campaigns, DenominatorDetail, Imported, TargetDetail } from '../api/answers.js';
import { undertakingsOf } from '../model/campaigns.js';
import { shownIn } from '../words/shown.js';
import { campaignDefinition, storyDefinition } from './of-campaigns.js';
import { importDefinition } from './of-import.js';
import { denominatorDefinition, targetDefinition } from './of-references.js';

const shown = shownIn('en');
const LIST = { address: 'http://cakupan.test/v1/denominators?limit=1000' };
const recordedAt = '2024-12-18T09:00:00+07:00';
const lines = (inputs: readonly (readonly [string, string])[]) => inputs.map((input) => input.join(': '));

const DENOMINATOR: DenominatorDetail = {
  id: 'solo-working-population-2024',
  version: 2,
  regions: ['33.72'],
  recordedAt,
  segment: 'BPU',
  source: 'espos-2024-12-18',
  definition: 'penduduk bekerja',
  occupation: null,
  value: 227_164,
  asOf: '2024-12-17',
  use: 'named',
};
const TARGET: TargetDetail = {
  id: 'solo-coverage-target-2024',
  version: 1,
  regions: ['33.72'],
  recordedAt,
  segment: null,
  source: 'espos-2024-12-18',
  kind: 'coverage',
  value: 0.5,
  base: 'angkatan kerja',
  from: null,
  through: '2024-12-31',
  publisher: 'BPJS Ketenagakerjaan',
};

describe('what is said of a stated number', () => {
  it('of a count of people is what it counts, by whom, in which version, and for whom it is used', () => {
    const { address, inputs } = denominatorDefinition(LIST, DENOMINATOR, shown);
    expect(address).toBe('http://cakupan.test/v1/denominators/solo-working-population-2024?version=2');
    expect(lines(inputs)).toEqual([
      'Region: 33.72',
      'Segment: Self-employed (BPU)',
      'Denominator: 227,164',
      'What it counts: penduduk bekerja',
      'Day of the count: 17 December 2024',
      'Source: espos-2024-12-18',
      'Identifier: solo-working-population-2024, version 2',
      'Used: only when named',
    ]);
  });

  it('of an aim is what it was stated of, by whom and until when', () => {
    const list = { address: 'http://cakupan.test/v1/targets?limit=1000' };
    const { address, inputs } = targetDefinition(list, TARGET, shown);
    expect(address).toBe('http://cakupan.test/v1/targets/solo-coverage-target-2024?version=1');
    expect(lines(inputs)).toEqual([
      'Region: 33.72',
      'Last day: 31 December 2024',
      'Target: 50%',
      'Stated of: angkatan kerja',
      'Publisher: BPJS Ketenagakerjaan',
      'Source: espos-2024-12-18',
      'Identifier: solo-coverage-target-2024, version 1',
    ]);
  });

  it('is when it was put on record, and that it does not follow from events', () => {
    const { standing } = targetDefinition(LIST, TARGET, shown);
    expect(standing.kind).toBe('other');
    expect(standing.kind === 'other' && standing.text).toContain('18 December 2024, 09:00:00 WIB');
  });
});

describe('what is said of campaigns', () => {
  const items = ['33.72', '31.71'].map((city) => ({
    id: `RUN-${city}`,
    regions: [city],
    channel: 'event',
    channelCode: 'RUN',
    from: '2015-11-14',
    through: '2015-12-13',
    reached: 8_000,
  }));
  const of = {
    body: { items, next: null } as unknown as Campaigns,
    address: 'http://cakupan.test/v1/campaigns?limit=1000',
    sentAt: null,
  };
  const [undertaking] = undertakingsOf(of.body.items);

  it('is whose they are and in which days', () => {
    const said = campaignDefinition('reached', { of, undertaking: undertaking! }, shown);
    expect(lines(said.inputs)).toEqual([
      'Kind of channel: Event',
      'Channel: RUN',
      'From: 14 November 2015',
      'Through: 13 December 2015',
      'Campaigns: 2',
    ]);
    expect(said.standing.kind).toBe('other');
  });

  it('calculates the average of a campaign, and none of no campaign', () => {
    const said = (metric: 'campaigns' | 'perCampaign', campaigns = 2) =>
      storyDefinition(metric, { of, campaigns, signedUp: 2_200 }, shown).calculation;
    expect(said('perCampaign')).toBe('2,200 ÷ 2 → 1,100');
    expect(said('perCampaign', 0)).toBeNull();
    expect(said('campaigns')).toBeNull();
  });
});

it('what is said of a file is what became of its rows, which no question to the service gives', () => {
  const imported = { kind: 'target', recorded: 1, unchanged: 0, refused: 2, rows: [{}, {}, {}] };
  const said = importDefinition('refused', imported as unknown as Imported, shown);
  expect(said).toMatchObject({ title: 'Refused', address: null });
  expect(lines(said.inputs)).toEqual(['Kind: Target', 'Rows of the file: 3']);
});
