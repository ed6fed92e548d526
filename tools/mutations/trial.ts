import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { run } from '../stack/processes/run.js';
import type { Catcher } from './mutation.js';

/** Longer than any of the files takes; a change may well make one hang. */
const LIMIT_MS = 10 * 60_000;

interface Report {
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A test that failed, and the first lines of what it says. */
export interface Failed {
  readonly test: string;
  readonly says: string;
}

/** What became of a test file: which of its tests passed and which failed. */
export interface Trial {
  readonly passed: readonly string[];
  readonly failed: readonly Failed[];
  readonly seconds: number;
}

/** Shows what differs; where in the sources is left out. */
const SAID_LINES_MAX = 8;

const saidOf = (messages: readonly string[]): string =>
  stripVTControlCharacters(messages[0] ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(0, SAID_LINES_MAX)
    .join('\n');

const NODE_OPTIONS = '--experimental-vm-modules --no-warnings';

const reportIn = async (file: string, otherwise: string): Promise<Report> => {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new Error(`Jest ended without a report.\n${otherwise}`);
  await rm(file);
  return JSON.parse(text) as Report;
};

const argsOf = (root: string, file: string, { project, spec, tests }: Catcher): string[] => [
  join(root, 'node_modules/jest/bin/jest.js'),
  `--config=${join(root, 'jest.config.mjs')}`,
  `--selectProjects=${project}`,
  `--cacheDirectory=${join(root, '.cache')}`,
  '--json',
  `--outputFile=${file}`,
  ...(tests === undefined ? [] : [`--testNamePattern=${tests}`]),
  '--runTestsByPath',
  join(root, spec),
];

/**
 * Runs a catcher's tests in a tree.
 * @throws when the file could not even be loaded, or holds no such test: that would say nothing of the guard
 */
export const tryTests = async (root: string, catcher: Catcher): Promise<Trial> => {
  const file = join(root, '.report.json');
  const began = performance.now();
  const { output } = await run(process.execPath, argsOf(root, file, catcher), {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS },
    timeout: LIMIT_MS,
  });
  const report = await reportIn(file, output);
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName);
  const failed = tests
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({ test: fullName, says: saidOf(failureMessages) }));
  if (report.numRuntimeErrorTestSuites > 0 || passed.length + failed.length === 0)
    throw new Error(
      `${catcher.spec} ran no test:\n${report.testResults.map(({ message }) => message).join('\n')}`,
    );
  return { passed, failed, seconds: Math.round((performance.now() - began) / 100) / 10 };
};
