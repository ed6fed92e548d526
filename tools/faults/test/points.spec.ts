import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiled } from '../../stack/project-root.js';
import { Board } from '../points/board.js';
import { KILL_POINTS, POINTS_FOLDER } from '../points/points.js';

const path = mkdtempSync(join(tmpdir(), 'cakupan-points-'));
afterAll(() => rmSync(path, { recursive: true }));

/** A process that comes to the point and goes on, if it lives. */
const comesTo = (folder: string) => {
  const module = pathToFileURL(compiled('tools/faults/points/reach')).href;
  const script = `import { reach } from ${JSON.stringify(module)}; reach('in-the-roll-up');`;
  const env = { ...process.env, [POINTS_FOLDER]: folder };
  const { signal, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env });
  return signal ?? status;
};

describe('a kill point', () => {
  const board = new Board(path);

  it('ends the process that it is armed for, once, and says so', () => {
    board.arm('reporting-1', 'in-the-roll-up');
    expect(comesTo(board.folderOf('reporting-2'))).toBe(0);
    expect(comesTo(board.folderOf('reporting-1'))).toBe('SIGKILL');
    expect(comesTo(board.folderOf('reporting-1'))).toBe(0);
    expect(board.hitsOf('reporting-1', 'in-the-roll-up')).toBe(1);
    expect(board.hitsOf('reporting-2', 'in-the-roll-up')).toBe(0);
  });

  it('does nothing once it is disarmed', () => {
    board.arm('reporting-2', 'in-the-roll-up');
    board.disarm('reporting-2', 'in-the-roll-up');
    expect(comesTo(board.folderOf('reporting-2'))).toBe(0);
  });

  it('is counted over all processes', () => {
    board.arm('reporting-2', 'in-the-roll-up');
    comesTo(board.folderOf('reporting-2'));
    expect(board.hits(KILL_POINTS)).toEqual({
      'between-commit-and-publish': 0,
      'between-acknowledgement-and-cursor': 0,
      'between-effect-and-answer': 0,
      'in-the-roll-up': 2,
      'in-a-rebalance': 0,
    });
  });
});
