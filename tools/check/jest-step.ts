import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Ran } from '../stack/processes/run.js';
import { projectRoot } from '../stack/project-root.js';
import { tallyOf, type JestReport } from './jest-report.js';
import type { Tally } from './tally.js';

const LIMIT_MS = 60 * 60_000;

const NODE_OPTIONS =
  '--experimental-vm-modules --disable-warning=ExperimentalWarning --disable-warning=TimeoutNegativeWarning';

const reportIn = async (file: string): Promise<JestReport | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JestReport;
  } catch {
    return null;
  }
};

const tallyOfRun = (report: JestReport | null, ran: Ran): Tally => {
  if (report === null)
    return { passed: 0, failed: 1, problems: [`Jest ended without a report.\n${ran.output}`] };
  const tally = tallyOf(report);
  if (ran.succeeded || tally.failed > 0) return tally;
  return { ...tally, failed: 1, problems: [`Jest failed although its tests did not.\n${ran.output}`] };
};

/**
 * Servers and whole systems are started by all but the unit tests, with limits of time that two at once on two cores may
 * break. What modules leave in memory slows who comes later, so the many files of the integration tests get a fresh
 * process from time to time.
 */
const WORKERS: Readonly<Record<string, readonly string[]>> = {
  unit: ['--maxWorkers=2'],
  integration: ['--maxWorkers=1', '--workerIdleMemoryLimit=1GB'],
  e2e: ['--runInBand'],
};

/**
 * Runs the tests of one kind, all or those whose path matches one of the patterns, and counts them. `more` is added to
 * their environment.
 */
export const jestStep = async (
  project: string,
  patterns: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Tally> => {
  const folder = await mkdtemp(join(tmpdir(), 'cakupan-check-'));
  const file = join(folder, 'report.json');
  const jest = join(projectRoot, 'node_modules/jest/bin/jest.js');
  const paths = patterns.map((pattern) => `--testPathPatterns=${pattern}`);
  const env = { ...process.env, NODE_OPTIONS, ...more };
  const args = [
    jest,
    `--selectProjects=${project}`,
    '--json',
    `--outputFile=${file}`,
    ...WORKERS[project]!,
    ...paths,
  ];
  try {
    const ran = await run(process.execPath, args, { cwd: projectRoot, env, timeout: LIMIT_MS });
    return tallyOfRun(await reportIn(file), ran);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
