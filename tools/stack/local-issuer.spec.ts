import { describe, expect, it } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { localIssuer } from './local-issuer.js';
import { temporaryFolders } from './testing/temporary-folders.js';

const folder = temporaryFolders();
const keysIn = (path: string) =>
  createLocalJWKSet(JSON.parse(readFileSync(join(path, 'jwks.json'), 'utf8')) as JSONWebKeySet);
const DAYS_30_SECONDS = 30 * 24 * 3_600;

describe('the local issuer', () => {
  it('signs tokens that its public keys prove', async () => {
    const path = folder();
    const token = await (
      await localIssuer(path)
    ).token({ role: 'channel', region: '33.72', channel: 'AGG-07' });
    const { payload } = await jwtVerify(token, keysIn(path), {
      issuer: 'cakupan-local',
      audience: 'cakupan',
    });
    expect(payload).toMatchObject({
      sub: 'local-channel',
      roles: ['channel'],
      regions: ['33.72'],
      channel: 'AGG-07',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(DAYS_30_SECONDS);
  });

  it('leaves out what is not said: without regions all regions are meant', async () => {
    const path = folder();
    const token = await (await localIssuer(path)).token({ role: 'analyst', sub: 'sri' });
    const { payload } = await jwtVerify(token, keysIn(path));
    expect(payload).not.toHaveProperty('regions');
    expect(payload.sub).toBe('sri');
  });

  it('keeps its keys, and the private one to itself', async () => {
    const path = folder();
    const token = await (await localIssuer(path)).token({ role: 'analyst' });
    await localIssuer(path);
    await expect(jwtVerify(token, keysIn(path))).resolves.toBeDefined();
    expect(statSync(join(path, 'local-issuer.jwk')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(path, 'jwks.json'), 'utf8')).not.toContain('"d"');
  });

  it('has other keys in another folder', async () => {
    const token = await (await localIssuer(folder())).token({ role: 'analyst' });
    const other = folder();
    await localIssuer(other);
    await expect(jwtVerify(token, keysIn(other))).rejects.toThrow('no applicable key');
  });
});
