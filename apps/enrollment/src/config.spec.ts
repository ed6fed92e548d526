import { describe, expect, it } from '@jest/globals';
import { configFrom } from './config.js';

const KEY = 'a key with thirty-two characters';
const env = {
  KAFKA_BROKERS: '127.0.0.1:9092',
  ENROLLMENT_DATABASE_URL: 'postgres://127.0.0.1/own',
  NIK_TOKEN_KEY: KEY,
  NIK_VAULT_KEY: `${KEY}!`,
};

describe('the configuration', () => {
  it('comes from the environment', () => {
    const { databaseUrl, port, nikTokenKey, nikVaultKey } = configFrom(env);
    expect({ databaseUrl, port }).toEqual({ databaseUrl: 'postgres://127.0.0.1/own', port: 4301 });
    expect([nikTokenKey.toString(), nikVaultKey.toString()]).toEqual([KEY, `${KEY}!`]);
  });

  it('knows the vault’s key before, while it is being changed', () => {
    expect(configFrom(env).nikVaultKeyBefore).toBeNull();
    const changing = configFrom({ ...env, NIK_VAULT_KEY_PREVIOUS: `${KEY}?` });
    expect(changing.nikVaultKeyBefore?.toString()).toBe(`${KEY}?`);
    expect(() => configFrom({ ...env, NIK_VAULT_KEY_PREVIOUS: 'short' })).toThrow('NIK_VAULT_KEY_PREVIOUS');
  });

  it.each(['NIK_TOKEN_KEY', 'NIK_VAULT_KEY'])('needs %s, of at least 32 characters', (name) => {
    expect(KEY).toHaveLength(32);
    expect(() => configFrom({ ...env, [name]: undefined })).toThrow(name);
    expect(() => configFrom({ ...env, [name]: KEY.slice(1) })).toThrow(name);
  });
});
