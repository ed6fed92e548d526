import { describe, expect, it } from '@jest/globals';
import {
  cutRequest,
  figureRequest,
  regionRequest,
  regionsRequest,
  streamRequest,
  targetRequest,
  todayRequest,
  trendRequest,
} from './requests.js';

const usual = { region: '33.72', asOf: null, knownOn: null, measure: 'active', cut: 'payer' } as const;
const asked = { ...usual, asOf: '2024-11-30', knownOn: '2024-12-01', measure: 'registered' } as const;

describe('requests', () => {
  it('leave to the service what is usual', () => {
    expect(figureRequest(usual)).toBe('v1/coverage?region=33.72');
    expect(regionsRequest(usual)).toBe('v1/coverage?region=33.72&by=region');
    expect(cutRequest(usual)).toBe('v1/coverage?region=33.72&by=payer');
    expect(streamRequest(usual)).toBe('v1/stream?region=33.72');
    expect(regionRequest('33.72')).toBe('v1/regions/33.72');
    expect(todayRequest).toBe('v1/coverage?region=ID');
  });

  it('say what is asked', () => {
    const question = 'region=33.72&asOf=2024-11-30&knownOn=2024-12-01&measure=registered';
    expect(figureRequest(asked)).toBe(`v1/coverage?${question}`);
    expect(streamRequest(asked)).toBe(`v1/stream?${question}`);
  });

  it('ask for the trend from January of the year before', () => {
    expect(trendRequest(usual, '2024-12-17')).toBe(
      'v1/coverage/series?region=33.72&from=2023-01-01&through=2024-12-17&step=month',
    );
    expect(trendRequest(asked, '2024-11-30')).toBe(
      'v1/coverage/series?region=33.72&from=2023-01-01&through=2024-11-30&step=month&knownOn=2024-12-01&measure=registered',
    );
  });

  it('escape ids', () => expect(targetRequest('a/b')).toBe('v1/targets/a%2Fb'));
});
