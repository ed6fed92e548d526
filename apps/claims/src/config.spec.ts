import { describe, expect, it } from '@jest/globals';
import { configFrom } from './config.js';

const env = { KAFKA_BROKERS: '127.0.0.1:9092', DATABASE_URL: 'postgres://127.0.0.1:5432' };
const policyWith = (more: Record<string, string>) => configFrom({ ...env, ...more }).policy;

describe('what the published rules leave open', () => {
  it('is chosen where nothing is set', () =>
    expect(policyWith({})).toEqual({ graceMonths: 0, periodicGrant: 'paid' }));

  it('is read from the environment', () =>
    expect(policyWith({ CLAIMS_GRACE_MONTHS: '3', CLAIMS_PERIODIC_GRANT: 'left-out' })).toEqual({
      graceMonths: 3,
      periodicGrant: 'left-out',
    }));

  it.each([
    ['CLAIMS_GRACE_MONTHS', '4'],
    ['CLAIMS_GRACE_MONTHS', '-1'],
    ['CLAIMS_GRACE_MONTHS', 'some'],
    ['CLAIMS_PERIODIC_GRANT', 'half'],
  ])('cannot be %s=%s', (name, value) => expect(() => policyWith({ [name]: value })).toThrow(name));
});
