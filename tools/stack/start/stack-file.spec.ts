import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackFile, type Stack } from './stack-file.js';
import { temporaryFolders } from '../testing/temporary-folders.js';

const stack: Stack = {
  ready: true,
  kafka: ['127.0.0.1:39092'],
  postgres: { claims: 'postgres://db/cakupan_claims' },
  services: { claims: 'http://127.0.0.1:4303' },
  pids: { claims: 12 },
  sample: 'loading',
  sampleDay: '2024-12-17',
  issuer: 'cakupan-local',
};
const folder = temporaryFolders();
const place = () => join(folder(), 'stack.json');
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('stack.json', () => {
  it('is what other programs find the stack by', () => {
    const file = place();
    new StackFile(file).publish(stack);
    expect(read(file)).toEqual(stack);
  });

  it('follows a change, but says nothing before all is ready', () => {
    const file = place();
    const stackFile = new StackFile(file);
    stackFile.update({ pids: { claims: 11 } });
    expect(existsSync(file)).toBe(false);
    stackFile.publish(stack);
    stackFile.update({ sample: 'loaded' });
    expect(read(file)).toEqual({ ...stack, sample: 'loaded' });
  });

  it('is gone at the end, and what a killed run left is gone at the beginning', () => {
    const file = place();
    writeFileSync(file, '{"ready":true}');
    const stackFile = new StackFile(file);
    expect(existsSync(file)).toBe(false);
    stackFile.publish(stack);
    stackFile.remove();
    stackFile.update({ sample: 'loaded' });
    expect(existsSync(file)).toBe(false);
  });
});
