import type { Tally } from './tally.js';

/** What is used of the file that `jest --json` writes. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not even be run. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
  }[];
}

/** What a report amounts to. A test that was left out counts as failed, and so does a run without any test. */
export const tallyOf = (report: JestReport): Tally => {
  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests,
    numTodoTests,
    numRuntimeErrorTestSuites,
  } = report;
  const leftOut = numPendingTests + numTodoTests;
  const none = passed + numFailedTests + leftOut + numRuntimeErrorTestSuites === 0 ? 1 : 0;
  return {
    passed,
    failed: numFailedTests + numRuntimeErrorTestSuites + leftOut + none,
    problems: [
      ...report.testResults
        .filter(({ status }) => status === 'failed')
        .map(({ name, message }) => `${name}\n${message}`),
      ...(leftOut > 0 ? [`${leftOut} tests were left out (skipped or to do), which counts as failed.`] : []),
      ...(none > 0 ? ['No test was found, which counts as failed.'] : []),
    ],
  };
};
