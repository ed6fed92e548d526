import type { DataFolder } from './folder/data-folder.js';
import type { Say } from './progress.js';
import type { Watcher } from './supervise/kept-process.js';

/** Where something is started, and whom to tell. */
export interface Site {
  readonly folder: DataFolder;
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
  readonly watcher: Watcher;
  /** What has to be ended, the last first: each is put here before it is started, so that nothing is forgotten. */
  readonly ending: AsyncDisposableStack;
}
