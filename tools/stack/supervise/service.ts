import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { ServiceName } from '#libs/contracts';
import { compiled } from '../project-root.js';
import { KeptProcess, type Recipe } from './kept-process.js';
import { closeLog, lastLines, openLog, reopenLog } from './log-file.js';
import type { Site } from '../site.js';

/** What one service is given. */
export interface ServicePlace {
  readonly name: ServiceName;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
}

/** The first start may have to make a database, and a later one to read a long log again. */
const READY_WITHIN_MS = 300_000;
const STOP_WITHIN_MS = 6_000;
const ASKING_MS = 2_000;

const isReady = async (port: number): Promise<boolean> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(ASKING_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
};

/**
 * The flags of every Node process of the stack: it ends with its parent, its stack traces show the sources, one warning
 * of kafkajs, harmless and once per process, is not shown, and its heap is collected before it is many times what is in
 * use, as it would be on a machine with much memory (docs/adr/0063). The image for containers sets the same.
 */
export const NODE_FLAGS = [
  '--disable-warning=TimeoutNegativeWarning',
  '--enable-source-maps',
  '--max-old-space-size=1024',
  '--import',
  pathToFileURL(compiled('tools/stack/supervise/exit-with-parent')).href,
] as const;

/** How one of the four services is run; its output goes to the log. `program` is its compiled `main`, after what it needs. */
export const serviceRecipe = (
  { name, port, env }: { name: string; port: number; env: NodeJS.ProcessEnv },
  log: string,
  program: readonly string[],
): Recipe => {
  closeLog(openLog(log));
  return {
    name,
    launch: async () => {
      const output = reopenLog(log);
      const child = spawn(process.execPath, [...NODE_FLAGS, ...program], {
        env,
        detached: true,
        stdio: ['ignore', output, output, 'ipc'],
      });
      closeLog(output);
      return child;
    },
    ready: () => isReady(port),
    readyWithinMs: READY_WITHIN_MS,
    stopSignal: 'SIGTERM',
    stopWithinMs: STOP_WITHIN_MS,
    explain: () => `Its log ${log} ends with:\n${lastLines(log)}`,
  };
};

/** One of the four services as a child process, kept running. `script` is its compiled `main`. */
export const serviceProcess = (
  { folder, watcher }: Pick<Site, 'folder' | 'watcher'>,
  place: ServicePlace,
  script = compiled(`apps/${place.name}/src/main`),
): KeptProcess => new KeptProcess(serviceRecipe(place, folder.logFile(place.name), [script]), watcher);
