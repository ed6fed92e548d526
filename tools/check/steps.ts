import { jestStep } from './jest-step.js';
import { staticStep } from './static-step.js';
import type { Tally } from './tally.js';

/** Everything that must hold, in the order in which it is tried: what fails fastest comes first. */
export const STEPS: Readonly<Record<string, (patterns: readonly string[]) => Promise<Tally>>> = {
  format: () => staticStep('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  lint: () => staticStep('oxlint/bin/oxlint', ['--deny-warnings', '.']),
  types: () => staticStep('typescript/bin/tsc', ['-p', 'tsconfig.json']),
  unit: (patterns) => jestStep('unit', patterns),
  integration: (patterns) => jestStep('integration', patterns),
  e2e: (patterns) => jestStep('e2e', patterns),
};

/** The steps to run: all, or the one that is named. Null when there is no such step. */
export const stepsFor = (named: string | undefined): readonly string[] | null => {
  if (named === undefined) return Object.keys(STEPS);
  return named in STEPS ? [named] : null;
};
