import { CopiedTree } from '../mutations/copied-tree.js';
import type { Catcher, Mutation } from '../mutations/mutation.js';
import { MUTATIONS } from '../mutations/mutations.js';
import { tryTests, type Failed, type Trial } from '../mutations/trial.js';
import { startForTests } from '../stack/infrastructure/for-tests.js';
import { projectRoot } from '../stack/project-root.js';
import { leaveEvidence } from './kit/evidence.js';

/** Nothing here is left to chance. */
const SEED = 0;

interface Caught {
  readonly mutation: string;
  readonly breaks: string;
  readonly file: string;
  readonly spec: string;
  readonly failing: readonly Failed[];
  readonly seconds: number;
}

/** Kafka and PostgreSQL for all trials: those that the environment names, or ones that are thrown away. */
const infrastructure = async (): Promise<() => Promise<void>> => {
  if (process.env['CAKUPAN_TEST_KAFKA'] && process.env['CAKUPAN_TEST_DATABASE']) return async () => undefined;
  const started = await startForTests((line) => console.error(line));
  process.env['CAKUPAN_TEST_KAFKA'] = started.kafka;
  process.env['CAKUPAN_TEST_DATABASE'] = started.database;
  return started.stop;
};

const specOf = ({ spec, tests }: Catcher) => (tests === undefined ? spec : `${spec}: ${tests}`);

/** The tests that are to catch something, as they are without any change: they must pass. */
const unchanged = async (tree: CopiedTree): Promise<Record<string, number>> => {
  const catchers = new Map(MUTATIONS.map(({ caughtBy }) => [specOf(caughtBy), caughtBy]));
  const passed: Record<string, number> = {};
  for (const [name, catcher] of catchers) {
    const trial = await tryTests(tree.root, catcher);
    if (trial.failed.length > 0)
      throw new Error(
        `fails without any change: ${trial.failed.map(({ test, says }) => `${test}\n${says}`).join('\n')}`,
      );
    console.log(`${trial.seconds.toFixed(1).padStart(6)} s  ${trial.passed.length} pass unchanged: ${name}`);
    passed[name] = trial.passed.length;
  }
  return passed;
};

const rowOf = ({ name }: Mutation, { failed, seconds }: Trial): string =>
  `${seconds.toFixed(1).padStart(6)} s  ${failed.length > 0 ? 'caught  ' : 'SURVIVED'}  ${name}${failed
    .map(({ test }) => `\n${' '.repeat(20)}by: ${test}`)
    .join('')}`;

const trials = async (tree: CopiedTree): Promise<readonly Caught[]> => {
  const caught: Caught[] = [];
  for (const mutation of MUTATIONS) {
    const trial = await tree.with(mutation, () => tryTests(tree.root, mutation.caughtBy));
    console.log(rowOf(mutation, trial));
    if (trial.failed.length === 0) continue;
    const { name, breaks, file, caughtBy } = mutation;
    const { failed: failing, seconds } = trial;
    caught.push({ mutation: name, breaks, file, spec: caughtBy.spec, failing, seconds });
  }
  return caught;
};

const stop = await infrastructure();
const tree = await CopiedTree.of(projectRoot);
try {
  const passing = await unchanged(tree);
  const caught = await trials(tree);
  if (caught.length < MUTATIONS.length)
    throw new Error(`${MUTATIONS.length - caught.length} of ${MUTATIONS.length} changes went unnoticed`);
  leaveEvidence('mutations', SEED, { caught: caught.length, passing, trials: caught });
} finally {
  await tree.remove();
  await stop();
}
