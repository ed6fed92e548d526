import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { endPid } from '../processes/end-process.js';
import { compiled } from '../project-root.js';
import type { Site } from '../site.js';
import { backOffMs } from '../supervise/back-off.js';
import { NODE_FLAGS } from '../supervise/service.js';

const NAME = 'sample data';
const TRIES_MAX = 5;
const STOP_WITHIN_MS = 3_000;

type LoaderSite = Pick<Site, 'folder' | 'env' | 'say' | 'watcher' | 'ending'>;

/** Lets the loader run once; its lines are passed on. Resolves to whether all of the sample is there. */
const loadOnce = (
  { folder, env, say, watcher, ending }: LoaderSite,
  script: string,
  which: readonly string[],
): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...NODE_FLAGS, script, '--data', folder.path, ...which], {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const { pid } = child;
    child.once('error', () => resolve(false));
    for (const output of [child.stdout, child.stderr]) {
      if (output !== null) createInterface({ input: output }).on('line', (line) => say(`${NAME}: ${line}`));
    }
    if (pid === undefined) return;
    watcher.started(NAME, pid, 'SIGTERM');
    ending.defer(() => endPid(pid, 'SIGTERM', STOP_WITHIN_MS));
    child.once('close', (code) => {
      watcher.ended(NAME, pid);
      resolve(code === 0);
    });
  });

/**
 * Loads the sample data, and tries again when the loader fails: it goes on where it stopped. Resolves to whether
 * all of it is there; false too when everything ends meanwhile.
 */
export const loadSample = async (
  site: LoaderSite,
  which: readonly string[],
  script = compiled('tools/simulator/load-sample'),
): Promise<boolean> => {
  for (let attempt = 1; attempt <= TRIES_MAX; attempt += 1) {
    if (site.ending.disposed) return false;
    if (await loadOnce(site, script, which)) return true;
    if (site.ending.disposed) return false;
    if (attempt < TRIES_MAX) await sleep(backOffMs(attempt));
  }
  site.say(
    `The ${NAME} could not be loaded. The system goes on without the rest; start again to go on loading.`,
  );
  return false;
};
