import { join } from 'node:path';
import { run } from '../stack/processes/run.js';
import { projectRoot } from '../stack/project-root.js';
import type { Tally } from './tally.js';

/** Runs a program of `node_modules` over the checkout: one check, which holds when the program is content. */
export const staticStep = async (script: string, args: readonly string[]): Promise<Tally> => {
  const ran = await run(process.execPath, [join(projectRoot, 'node_modules', script), ...args], {
    cwd: projectRoot,
  });
  return ran.succeeded
    ? { passed: 1, failed: 0, problems: [] }
    : { passed: 0, failed: 1, problems: [ran.output] };
};
