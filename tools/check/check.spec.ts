import { describe, expect, it } from '@jest/globals';
import { failedFiles, tallyOf, withoutFailedFiles, type JestReport } from './jest-report.js';
import { stepsFor } from './steps.js';
import { add, exitCode, lastLine } from './tally.js';

const report = (change: Partial<JestReport>): JestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...change,
});
const counts = (change: Partial<JestReport>) => {
  const { passed, failed } = tallyOf(report(change));
  return { passed, failed };
};

describe('what a report of Jest amounts to', () => {
  it('is its tests when all passed', () => {
    expect(tallyOf(report({}))).toEqual({ passed: 3, failed: 0, problems: [] });
  });

  it('counts failed tests and files that could not be run', () => {
    expect(counts({ numFailedTests: 2, numRuntimeErrorTestSuites: 1 })).toEqual({ passed: 3, failed: 3 });
  });

  it('counts a test that was left out as failed', () => {
    expect(counts({ numPendingTests: 1 })).toEqual({ passed: 3, failed: 1 });
    expect(counts({ numTodoTests: 2 })).toEqual({ passed: 3, failed: 2 });
  });

  it('is a failure when there was no test', () => {
    expect(counts({ numPassedTests: 0 })).toEqual({ passed: 0, failed: 1 });
  });

  it('shows what the failed files said, and only those', () => {
    const testResults = [
      { name: 'a.spec.ts', status: 'passed', message: '', assertionResults: [] },
      { name: 'b.spec.ts', status: 'failed', message: 'expected 1', assertionResults: [] },
    ];
    expect(tallyOf(report({ numFailedTests: 1, testResults })).problems).toEqual(['b.spec.ts\nexpected 1']);
  });
});

describe('the files that failed', () => {
  const tests = (...statuses: string[]) => statuses.map((status) => ({ status }));
  const good = {
    name: 'a.spec.ts',
    status: 'passed',
    message: '',
    assertionResults: tests('passed', 'passed'),
  };
  const bad = {
    name: 'b.spec.ts',
    status: 'failed',
    message: 'expected 1',
    assertionResults: tests('passed', 'failed', 'todo'),
  };
  const broken = { name: 'c.spec.ts', status: 'failed', message: 'no such module', assertionResults: [] };
  const whole = report({
    numFailedTests: 1,
    numTodoTests: 1,
    numRuntimeErrorTestSuites: 1,
    testResults: [good, bad, broken],
  });

  it('are those of which a test failed, and those that could not be run', () => {
    expect(failedFiles(whole)).toEqual(['b.spec.ts', 'c.spec.ts']);
    expect(failedFiles(report({ testResults: [good] }))).toEqual([]);
  });

  it('can be left out of the count, with all their tests', () => {
    expect(tallyOf(whole)).toMatchObject({ passed: 3, failed: 3 });
    expect(tallyOf(withoutFailedFiles(whole))).toEqual({ passed: 2, failed: 0, problems: [] });
  });

  it('are all that is left out: a test that another file leaves out has failed', () => {
    const lazy = { ...good, assertionResults: tests('passed', 'pending') };
    const both = report({ numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [lazy, bad] });
    expect(tallyOf(withoutFailedFiles(both))).toMatchObject({ failed: 1 });
  });
});

describe('the whole run', () => {
  const good = { passed: 2, failed: 0, problems: [] };
  const bad = { passed: 1, failed: 1, problems: ['why'] };

  it('adds its steps up into one line', () => {
    expect(lastLine(add([good, bad, good]))).toBe('5 passed, 1 failed');
    expect(add([good, bad]).problems).toEqual(['why']);
  });

  it('is good only when something was tried and nothing failed', () => {
    expect(exitCode(add([good]))).toBe(0);
    expect(exitCode(add([good, bad]))).toBe(1);
    expect(exitCode(add([]))).toBe(1);
  });

  it('tries what fails fastest first, or the one step that is named', () => {
    expect(stepsFor(undefined)).toEqual(['format', 'lint', 'types', 'unit', 'integration', 'e2e']);
    expect(stepsFor('unit')).toEqual(['unit']);
    expect(stepsFor('units')).toBeNull();
  });
});
