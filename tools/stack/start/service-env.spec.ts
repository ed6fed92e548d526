import { describe, expect, it } from '@jest/globals';
import { serviceEnv } from './service-env.js';

const secrets = { postgresPassword: 'p', nikTokenKey: 'token-key', nikVaultKey: 'vault-key' };
const around = { kafka: ['127.0.0.1:1', '127.0.0.1:2'], dataFolder: '/data', secrets, story: true };
const own = { port: 4301, database: 'postgres://db/cakupan_enrollment' };

describe('the environment of a service', () => {
  it('names its port, its brokers, its own database and the story', () => {
    expect(serviceEnv('enrollment', own, around, {})).toEqual({
      PORT: '4301',
      KAFKA_BROKERS: '127.0.0.1:1,127.0.0.1:2',
      ENROLLMENT_DATABASE_URL: 'postgres://db/cakupan_enrollment',
      CAKUPAN_DATA: '/data',
      CAKUPAN_CLOCK: 'story',
      CAKUPAN_TODAY: '2024-12-17',
      NIK_TOKEN_KEY: 'token-key',
      NIK_VAULT_KEY: 'vault-key',
    });
  });

  it('has no clock but the machine’s outside the story, whatever is around', () => {
    const env = serviceEnv('claims', own, { ...around, story: false }, { CAKUPAN_CLOCK: 'story' });
    expect(env).not.toHaveProperty('CAKUPAN_CLOCK');
  });

  it('holds the keys only where a NIK is met, those of the environment first', () => {
    const keys = { NIK_TOKEN_KEY: 'given', NIK_VAULT_KEY_PREVIOUS: 'old' };
    const given = { ...keys, CLAIMS_DATABASE_URL: 'postgres://other', LOG_LEVEL: 'debug' };
    expect(serviceEnv('contribution', own, around, given)).toMatchObject({
      ...keys,
      NIK_VAULT_KEY: 'vault-key',
      LOG_LEVEL: 'debug',
    });
    const reporting = serviceEnv('reporting', own, around, given);
    expect(Object.keys(reporting).filter((name) => /NIK|CLAIMS/.test(name))).toEqual([]);
  });
});
