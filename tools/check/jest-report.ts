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
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

type FileResult = JestReport['testResults'][number];

const hasFailed = ({ status }: FileResult) => status === 'failed';
const countOf = (status: string, files: readonly FileResult[]) =>
  files.reduce(
    (sum, { assertionResults }) => sum + assertionResults.filter((one) => one.status === status).length,
    0,
  );

/** The paths of the files of which something failed. */
export const failedFiles = ({ testResults }: JestReport): readonly string[] =>
  testResults.filter(hasFailed).map(({ name }) => name);

/** The same report, as if the files of which something failed had not been run. */
export const withoutFailedFiles = (report: JestReport): JestReport => {
  const failed = report.testResults.filter(hasFailed);
  return {
    ...report,
    numPassedTests: report.numPassedTests - countOf('passed', failed),
    numFailedTests: 0,
    numPendingTests: report.numPendingTests - countOf('pending', failed),
    numTodoTests: report.numTodoTests - countOf('todo', failed),
    numRuntimeErrorTestSuites: 0,
    testResults: report.testResults.filter((file) => !hasFailed(file)),
  };
};

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
      ...report.testResults.filter(hasFailed).map(({ name, message }) => `${name}\n${message}`),
      ...(leftOut > 0 ? [`${leftOut} tests were left out (skipped or to do), which counts as failed.`] : []),
      ...(none > 0 ? ['No test was found, which counts as failed.'] : []),
    ],
  };
};
