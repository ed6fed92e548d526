import { DataFolder, type Opening } from './folder/data-folder.js';
import { endAllRuns } from './processes/run.js';
import type { Say } from './progress.js';
import type { Site } from './site.js';

/**
 * Takes a data folder to start something on. Its processes are noted in the folder, `say` hears what befalls them,
 * and `gaveUp` when one of them has died for good.
 */
export const openSite = async (
  path: string,
  opening: Opening,
  say: Say,
  gaveUp: (sentence: string) => void = say,
): Promise<Site> => {
  const folder = await DataFolder.open(path, opening);
  const ending = new AsyncDisposableStack();
  ending.defer(() => folder.release());
  ending.defer(endAllRuns);
  const watcher = {
    started: (_name: string, pid: number, stopSignal: NodeJS.Signals) => folder.started(pid, stopSignal),
    ended: (_name: string, pid: number) => folder.ended(pid),
    died: (name: string, how: string, waitMs: number) =>
      say(`${name} died (${how}); it is started again in ${waitMs / 1_000} s.`),
    gaveUp: (_name: string, sentence: string) => gaveUp(sentence),
  };
  return { folder, env: process.env, say, watcher, ending };
};
