import { describe, expect, it } from '@jest/globals';
import { fromEnvironment } from './from-environment.js';

describe('addresses in the environment', () => {
  it('are none when none is set, or only an empty one', () => {
    expect(fromEnvironment({ PATH: '/bin', KAFKA_BROKERS: '', DATABASE_URL: '' })).toBeNull();
  });

  it('give each service a database of its own on the one server', () => {
    const found = fromEnvironment({
      KAFKA_BROKERS: 'a:9092, b:9092',
      DATABASE_URL: 'postgres://u:p@db:5433/postgres',
    });
    expect(found).toMatchObject({ source: 'environment', kafka: ['a:9092', 'b:9092'] });
    expect(found?.databases.claims).toBe('postgres://u:p@db:5433/cakupan_claims');
  });

  it('put the address of one service above that of all', () => {
    const env = {
      KAFKA_BROKERS: 'a:1',
      DATABASE_URL: 'postgres://db/postgres',
      CLAIMS_DATABASE_URL: 'postgres://c/own',
    };
    expect(fromEnvironment(env)?.databases).toMatchObject({
      claims: 'postgres://c/own',
      reporting: 'postgres://db/cakupan_reporting',
    });
  });

  it('are enough for the services that are wanted, and refused when one of those has none', () => {
    const env = { KAFKA_BROKERS: 'a:1', CLAIMS_DATABASE_URL: 'postgres://c/own' };
    expect(fromEnvironment(env, ['claims'])?.server).toBeNull();
    expect(() => fromEnvironment(env, ['claims', 'reporting'])).toThrow('REPORTING_DATABASE_URL');
  });

  it('are refused when only one of both kinds is set', () => {
    expect(() => fromEnvironment({ KAFKA_BROKERS: 'a:1' })).toThrow('DATABASE_URL');
    expect(() => fromEnvironment({ DATABASE_URL: 'postgres://db/postgres' })).toThrow('KAFKA_BROKERS is not');
  });
});
