import { afterAll } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes folders that other accounts may enter, and removes them after the last test of the file. */
export const temporaryFolders = (): (() => string) => {
  const made: string[] = [];
  afterAll(() => made.forEach((path) => rmSync(path, { recursive: true, force: true })));
  return () => {
    const path = mkdtempSync(join(tmpdir(), 'cakupan-stack-'));
    chmodSync(path, 0o755);
    made.push(path);
    return path;
  };
};
