import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretIn, serviceSettings, type Environment } from './environment.js';
import { MachineClock, StoryClock } from './system.js';

const least = { KAFKA_BROKERS: 'a:9092,b:9092', DATABASE_URL: 'postgres://user:secret@host:5432/postgres' };
const story = { ...least, CAKUPAN_CLOCK: 'story', CAKUPAN_TODAY: '2024-12-17' };
const configFrom = (env: Environment) => serviceSettings(env, 'claims', 4303);
const reading = (env: Environment) => () => configFrom(env);

describe('the configuration', () => {
  it('needs brokers and a database', () => {
    expect(configFrom(least)).toMatchObject({
      brokers: ['a:9092', 'b:9092'],
      databaseUrl: 'postgres://user:secret@host:5432/cakupan_claims',
      host: '127.0.0.1',
      port: 4303,
      logLevel: 'info',
    });
    expect(reading({ ...least, KAFKA_BROKERS: '' })).toThrow('KAFKA_BROKERS');
    expect(reading({ ...least, DATABASE_URL: undefined })).toThrow('DATABASE_URL');
  });

  it('prefers the address of its own database', () =>
    expect(configFrom({ ...least, CLAIMS_DATABASE_URL: 'postgres://own/db' }).databaseUrl).toBe(
      'postgres://own/db',
    ));

  it('takes ports from 0 to 65535', () => {
    expect(configFrom({ ...least, PORT: '0' }).port).toBe(0);
    expect(configFrom({ ...least, PORT: '65535' }).port).toBe(65_535);
    for (const PORT of ['-1', '65536', 'http', '1.5']) expect(reading({ ...least, PORT })).toThrow('PORT');
  });
});

describe('a secret', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'cakupan-secret-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has at least 32 characters', () => {
    expect(secretIn({ KEY: 'x'.repeat(32) }, 'KEY')).toBe('x'.repeat(32));
    expect(() => secretIn({ KEY: 'x'.repeat(31) }, 'KEY')).toThrow('KEY');
    expect(() => secretIn({}, 'KEY')).toThrow('KEY must be set');
  });

  it('may lie in a file, whose last line end is no part of it', () => {
    const file = join(folder, 'key');
    writeFileSync(file, `${'x'.repeat(32)}\n`);
    expect(secretIn({ KEY_FILE: file }, 'KEY')).toBe('x'.repeat(32));
    writeFileSync(file, `${'x'.repeat(31)}\n`);
    expect(() => secretIn({ KEY_FILE: file }, 'KEY')).toThrow('KEY');
    expect(() => secretIn({ KEY_FILE: `${file}s` }, 'KEY')).toThrow('ENOENT');
  });
});

describe('the clock', () => {
  it('is the machine’s unless a story is told', () => {
    expect(configFrom(least).clock).toBeInstanceOf(MachineClock);
    expect(configFrom(story).clock).toBeInstanceOf(StoryClock);
    expect(configFrom(story).clock.today()).toBe('2024-12-17');
  });

  it('tells no story in production, to others, or without its last day', () => {
    expect(reading({ ...story, NODE_ENV: 'production' })).toThrow('production');
    expect(reading({ ...story, HOST: '0.0.0.0' })).toThrow('address');
    expect(reading({ ...story, PUBLISHED_ON: '10.0.0.1' })).toThrow('address');
    expect(configFrom({ ...story, HOST: '0.0.0.0', PUBLISHED_ON: '127.0.0.1' }).clock.today()).toBe(
      '2024-12-17',
    );
    expect(reading({ ...story, CAKUPAN_TODAY: undefined })).toThrow('CAKUPAN_TODAY');
    expect(reading({ ...story, CAKUPAN_TODAY: '2024-02-30' })).toThrow('CAKUPAN_TODAY');
  });
});
