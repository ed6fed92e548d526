import { describe, expect, it } from '@jest/globals';
import { Vault, type PersonalData } from './vault.js';

const vault = new Vault(Buffer.alloc(32, 7));
const data: PersonalData = {
  nik: '3372051708900001',
  fullName: 'Sri Rahayu',
  birthDate: '1990-08-17',
  mobile: '+6281200000000',
  email: null,
  address: 'Jl. Adi Sucipto 1',
  declaredIncome: 1_000_000,
};

describe('the vault', () => {
  it('gives back what it was given, with the wrapped key alone', () => {
    const key = vault.newKey('p-1');
    const sealed = vault.seal(key, data, 'm-1');
    expect(vault.open(vault.unwrap(key.wrapped, 'p-1'), sealed, 'm-1')).toEqual(data);
  });

  it('shows nothing of it', () => {
    const key = vault.newKey('p-1');
    const atRest = Buffer.concat([key.wrapped, vault.seal(key, data, 'm-1')]).toString('latin1');
    for (const secret of [data.nik, data.fullName, data.birthDate, key.plain.toString('latin1')]) {
      expect(atRest).not.toContain(secret);
    }
  });

  it('opens no record under another id, key or secret', () => {
    const key = vault.newKey('p-1');
    const sealed = vault.seal(key, data, 'm-1');
    expect(() => vault.open(key, sealed, 'm-2')).toThrow('authenticate');
    expect(() => vault.open(vault.newKey('p-1'), sealed, 'm-1')).toThrow('authenticate');
    expect(() => vault.unwrap(key.wrapped, 'p-2')).toThrow('authenticate');
    expect(() => new Vault(Buffer.alloc(32, 8)).unwrap(key.wrapped, 'p-1')).toThrow('authenticate');
  });

  it('opens under the key before, too, while it is being changed, and wraps anew under its own', () => {
    const [old, next] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
    const key = new Vault(old).newKey('p-1');
    const sealed = new Vault(old).seal(key, data, 'm-1');
    const changing = new Vault(next, old);
    expect(changing.open(changing.unwrap(key.wrapped, 'p-1'), sealed, 'm-1')).toEqual(data);
    const anew = new Vault(next).unwrap(changing.rewrap(key.wrapped, 'p-1'), 'p-1');
    expect(new Vault(next).open(anew, sealed, 'm-1')).toEqual(data);
    expect(() => new Vault(next, next).unwrap(key.wrapped, 'p-1')).toThrow('authenticate');
    expect(() => changing.unwrap(key.wrapped, 'p-2')).toThrow('authenticate');
  });

  it('names its key without telling it', () => {
    const [old, next] = [new Vault(Buffer.alloc(32, 7)), new Vault(Buffer.alloc(32, 8))];
    expect(old.keyId).toMatch(/^[0-9a-f]{16}$/);
    expect(next.keyId).not.toBe(old.keyId);
    expect(new Vault(Buffer.alloc(32, 8), Buffer.alloc(32, 7)).keyId).toBe(next.keyId);
  });

  it('notices a changed byte', () => {
    const key = vault.newKey('p-1');
    const sealed = vault.seal(key, data, 'm-1');
    sealed[20]! ^= 1;
    expect(() => vault.open(key, sealed, 'm-1')).toThrow('authenticate');
  });

  it('never makes the same key or the same text twice', () => {
    const keys = Array.from({ length: 1_000 }, () => vault.newKey('p-1'));
    expect(new Set(keys.map(({ plain }) => plain.toString('hex'))).size).toBe(1_000);
    const sealed = keys.map(() => vault.seal(keys[0]!, data, 'm-1').toString('hex'));
    expect(new Set(sealed).size).toBe(1_000);
  });
});
