import { CannotStart, sentenceOf } from '../../stack/cannot-start.js';
import { endAllRuns } from '../../stack/processes/run.js';
import { step } from '../../stack/progress.js';
import { jestStep, type Project } from '../jest-step.js';
import { add, exitCode, lastLine, type Tally } from '../tally.js';
import { withContainers } from './with-containers.js';

const say = (line: string) => console.log(line);

/** What speaks to Kafka and PostgreSQL directly: the messaging library, and the adapters of the services. */
const SUITES = ['libs/messaging/test', 'libs/persistence/test', 'apps/[a-z]+/test'];

/** No other container looks after these: they end with this process, by itself or by a signal. */
process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true';

const asked = new AbortController();

const tried = async (name: string, project: Project, patterns: readonly string[]): Promise<Tally> => {
  const tally = await step(say, name, () =>
    withContainers(({ kafka, database }) => {
      asked.signal.throwIfAborted();
      return jestStep(project, patterns, { CAKUPAN_TEST_KAFKA: kafka, CAKUPAN_TEST_DATABASE: database });
    }),
  );
  asked.signal.throwIfAborted();
  for (const problem of tally.problems) say(problem);
  say(`${name}: ${lastLine(tally)}`);
  return tally;
};

/** `npm run test:containers`: the same services and tests on Kafka and PostgreSQL in containers. */
const main = async (): Promise<number> => {
  const all = add([
    await tried('one scenario from end to end', 'containers', []),
    await tried('adapters and messaging', 'integration', SUITES),
  ]);
  say('');
  say(lastLine(all));
  return exitCode(all);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    asked.abort(new CannotStart('the run was asked to end.'));
    endAllRuns();
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  say(`The containers could not be used: ${sentenceOf(error)}`);
  process.exitCode = 1;
}
