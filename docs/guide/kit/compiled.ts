import { join } from 'node:path';
import { run } from '../../../tools/stack/processes/run.js';

/** What a program of `node_modules` says of a copy of the project; nothing when it is content. */
export const complaintsIn = async (
  root: string,
  script: string,
  ...args: readonly string[]
): Promise<string> => {
  const program = join(root, 'node_modules', script);
  const { succeeded, output } = await run(process.execPath, [program, ...args], { cwd: root });
  return succeeded ? '' : output || 'it failed';
};

/** What the first look found out about other files, the second one need not find out again. */
const REMEMBERING = ['--incremental', '--tsBuildInfoFile', '.cache/types.json'];

/** What the compiler says of it. */
export const typeErrorsIn = (root: string): Promise<string> =>
  complaintsIn(root, 'typescript/bin/tsc', '-p', 'tsconfig.json', ...REMEMBERING);

/** The files that it complains about, each once, in order of their names. */
export const filesNamedIn = (errors: string): readonly string[] => [
  ...new Set((errors.match(/^[^(\s]+(?=\(\d+,\d+\): error)/gm) ?? []).sort()),
];
