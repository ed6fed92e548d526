import { existsSync } from 'node:fs';
import { NEEDED_MIB, roomIn } from '../../stack/folder/disk.js';

/** Below this a batch or a segment of the log may not fit any more. */
const FULL_MIB = 256;

/** What is left on a disk that holds data of the stack. */
export interface Room {
  readonly path: string;
  readonly freeMib: number;
  readonly verdict: 'enough' | 'low' | 'full';
}

const LOCAL = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Where a database keeps its files, if that is a disk of this machine. */
export const localFolder = (url: string, dataDirectory: string | null): string | null => {
  const isHere = dataDirectory !== null && LOCAL.has(new URL(url).hostname) && existsSync(dataDirectory);
  return isHere ? dataDirectory : null;
};

/** The room for each of the folders that is on this machine. */
export const lookAtRoom = (paths: readonly string[]): Promise<readonly Room[]> =>
  Promise.all(
    paths.filter(existsSync).map(async (path) => {
      const freeMib = await roomIn(path);
      const verdict = freeMib < FULL_MIB ? 'full' : freeMib < NEEDED_MIB ? 'low' : 'enough';
      return { path, freeMib, verdict } as const;
    }),
  );
