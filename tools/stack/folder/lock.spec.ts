import { describe, expect, it } from '@jest/globals';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, type Identity } from '../processes/identity.js';
import { leftBehind, Lock, readHolding } from './lock.js';
import { temporaryFolders } from '../testing/temporary-folders.js';

const dead = (pid: number): Identity => ({ pid, startedAt: 'long ago', command: 'gone' });
const self = identify(process.pid)!;
const folder = temporaryFolders();

describe('what a dead run has left behind', () => {
  it('is those of its processes that still run', () => {
    const holding = { owner: dead(1), children: [dead(2), self, dead(3)] };
    expect(leftBehind(holding, (process) => process === self)).toEqual([self]);
  });

  it('is nothing while its owner lives, or when there was no run', () => {
    expect(leftBehind({ owner: self, children: [self] })).toEqual([]);
    expect(leftBehind(null)).toEqual([]);
  });

  it('is not another process that has got the same number', () => {
    expect(leftBehind({ owner: dead(1), children: [{ ...self, startedAt: 'long ago' }] })).toEqual([]);
  });
});

describe('the lock of a data folder', () => {
  it('is refused while a living process has it, naming the folder and the process', async () => {
    const file = join(folder(), 'lock.json');
    await Lock.take(file, '/data');
    await expect(Lock.take(file, '/data')).rejects.toThrow(`already runs on /data (process ${process.pid}`);
  });

  it('is taken over from a dead process, with what still runs of it', async () => {
    const file = join(folder(), 'lock.json');
    writeFileSync(file, JSON.stringify({ owner: dead(process.pid), children: [self, dead(9)] }));
    const { leftovers } = await Lock.take(file, '/data');
    expect(leftovers).toEqual([self]);
    expect(readHolding(file)?.owner).toEqual(self);
  });

  it('is taken over when a crash has cut the file short', async () => {
    const file = join(folder(), 'lock.json');
    writeFileSync(file, '{"owner":');
    expect((await Lock.take(file, '/data')).leftovers).toEqual([]);
  });

  it('is given to one of several that ask at once', async () => {
    const file = join(folder(), 'lock.json');
    const takers = await Promise.allSettled([Lock.take(file, '/data'), Lock.take(file, '/data')]);
    expect(takers.map(({ status }) => status)).toContain('fulfilled');
  });

  it('knows its children, and leaves nothing when it is released', async () => {
    const path = folder();
    const { lock } = await Lock.take(join(path, 'lock.json'), path);
    lock.add(process.ppid);
    expect(readHolding(join(path, 'lock.json'))?.children.map(({ pid }) => pid)).toEqual([process.ppid]);
    lock.remove(process.ppid);
    expect(readHolding(join(path, 'lock.json'))?.children).toEqual([]);
    lock.release();
    expect(readdirSync(path)).toEqual([]);
  });
});
