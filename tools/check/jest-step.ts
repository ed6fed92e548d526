import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Ran } from '../stack/processes/run.js';
import { projectRoot } from '../stack/project-root.js';
import { failedFiles, tallyOf, withoutFailedFiles, type JestReport } from './jest-report.js';
import { add, type Tally } from './tally.js';

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

interface Run {
  /** Null when Jest ended without one. */
  readonly report: JestReport | null;
  readonly ran: Ran;
}

const tallyOfRun = ({ report, ran }: Run): Tally => {
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
const WORKERS = {
  unit: ['--maxWorkers=2'],
  integration: ['--maxWorkers=1', '--workerIdleMemoryLimit=1GB'],
  e2e: ['--runInBand'],
  containers: ['--runInBand'],
} as const;

/** A kind of tests. */
export type Project = keyof typeof WORKERS;

const runJest = async (
  project: Project,
  patterns: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<Run> => {
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
    ...WORKERS[project],
    ...paths,
  ];
  try {
    const ran = await run(process.execPath, args, { cwd: projectRoot, env, timeout: LIMIT_MS });
    return { report: await reportIn(file), ran };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * Runs the tests of one kind, all or those whose path matches one of the patterns, and counts them. `more` is added to
 * their environment.
 */
export const jestStep = async (
  project: Project,
  patterns: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Tally> => tallyOfRun(await runJest(project, patterns, more));

/** More files than that do not fail by the accidents of a busy machine. */
const SECOND_LOOKS_MAX = 3;
/** Where Jest says what went wrong outside of all files. */
const LAST_WORDS_CHARACTERS = 2_000;

const onlyThat = (file: string) => `^${file.replaceAll(/[^\w/]/g, String.raw`\$&`)}$`;

/**
 * Runs all tests of a kind. Where at most three files failed, these are run once more on fresh servers, and what counts is
 * that run; what the first one said is shown all the same (docs/adr/0062-a-failed-file-is-looked-at-twice.md).
 */
export const jestStepWithSecondLook = async (project: Project): Promise<Tally> => {
  const first = await runJest(project, [], {});
  const files = first.report === null ? [] : failedFiles(first.report);
  if (files.length === 0 || files.length > SECOND_LOOKS_MAX) return tallyOfRun(first);
  const second = await jestStep(project, files.map(onlyThat));
  const said = [...tallyOf(first.report!).problems, first.ran.output.slice(-LAST_WORDS_CHARACTERS)];
  const seen = said.map((problem) => `At the first look: ${problem}`);
  return add([
    tallyOf(withoutFailedFiles(first.report!)),
    { ...second, problems: [...seen, ...second.problems] },
  ]);
};
