import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.js';

/** An import that a rule forbids. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

interface Report {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly Found[] };
}
interface Found {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

const CRUISER = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const RULES = join(projectRoot, '.dependency-cruiser.mjs');
const FOLDERS = ['apps', 'libs', 'tools'];
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

const reportOf = (folder: string): Promise<Report> =>
  new Promise((resolve, reject) => {
    const args = [CRUISER, '--config', RULES, '--output-type', 'json', ...FOLDERS];
    execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: OUTPUT_BYTES_MAX },
      (error, stdout, stderr) => {
        if (stdout.startsWith('{'))
          resolve(JSON.parse(stdout) as Report); // violations make its exit code
        else reject(new Error(`dependency-cruiser said nothing: ${stderr}`, { cause: error }));
      },
    );
  });

/** Holds the imports below a folder, laid out as the project is, against the rules. */
export const cruise = async (
  folder: string,
): Promise<{ files: number; violations: readonly Violation[] }> => {
  const { summary } = await reportOf(folder);
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { files: summary.totalCruised, violations };
};
