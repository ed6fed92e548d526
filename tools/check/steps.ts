import { jestStep, jestStepWithSecondLook, type Project } from './jest-step.js';
import { staticStep } from './static-step.js';
import { add, type Tally } from './tally.js';

/** What runs on Node and what runs in a browser know different things of their surroundings. */
const typesOf = async (projects: readonly string[]): Promise<Tally> => {
  const tallies: Tally[] = [];
  for (const project of projects) tallies.push(await staticStep('typescript/bin/tsc', ['-p', project]));
  return add(tallies);
};

/** All tests of a kind that starts servers; or, at once and a single time, those that somebody names. */
const withServers = (project: Project) => (patterns: readonly string[]) =>
  patterns.length === 0 ? jestStepWithSecondLook(project) : jestStep(project, patterns);

/** Everything that must hold, in the order in which it is tried: what fails fastest comes first. */
export const STEPS: Readonly<Record<string, (patterns: readonly string[]) => Promise<Tally>>> = {
  format: () => staticStep('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  lint: () => staticStep('oxlint/bin/oxlint', ['--deny-warnings', '.']),
  types: () => typesOf(['tsconfig.json', 'apps/dashboard/tsconfig.json']),
  unit: (patterns) => jestStep('unit', patterns),
  integration: withServers('integration'),
  e2e: withServers('e2e'),
};

/** The steps to run: all, or the one that is named. Null when there is no such step. */
export const stepsFor = (named: string | undefined): readonly string[] | null => {
  if (named === undefined) return Object.keys(STEPS);
  return named in STEPS ? [named] : null;
};
