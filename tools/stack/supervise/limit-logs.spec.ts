import { describe, expect, it } from '@jest/globals';
import { appendFileSync, closeSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cutLogs } from './limit-logs.js';
import { lastLines, lastMatch, openLog } from './log-file.js';
import { temporaryFolders } from '../testing/temporary-folders.js';

const folder = temporaryFolders();

describe('a log', () => {
  it('is set aside once it is larger than the limit, while its writer goes on', async () => {
    const path = folder();
    const log = join(path, 'claims.log');
    const writer = openLog(log);
    writeSync(writer, '12345');
    await cutLogs(path, 5);
    expect(readFileSync(log, 'utf8')).toBe('12345');
    writeSync(writer, '6');
    await cutLogs(path, 5);
    writeSync(writer, '7');
    closeSync(writer);
    expect(readFileSync(`${log}.1`, 'utf8')).toBe('123456');
    expect(readFileSync(log, 'utf8')).toBe('7');
  });

  it('begins anew with each run and keeps the one before', () => {
    const log = join(folder(), 'claims.log');
    appendFileSync(log, 'earlier');
    closeSync(openLog(log));
    expect(readFileSync(`${log}.1`, 'utf8')).toBe('earlier');
    expect(readFileSync(log, 'utf8')).toBe('');
  });

  it('explains an end by its last lines, or by the last that says why', () => {
    const log = join(folder(), 'claims.log');
    appendFileSync(log, '1\n2\n3\n4\n5\n6\n');
    expect(lastLines(log)).toBe('2\n3\n4\n5\n6');
    expect(lastMatch('a FATAL: no room\nb LOG: bye\n', /FATAL.*/)).toBe('FATAL: no room');
    expect(lastMatch('b LOG: bye\n', /FATAL.*/)).toBeNull();
  });
});
