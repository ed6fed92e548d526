import { sentenceOf } from '../stack/cannot-start.js';
import { endAllRuns } from '../stack/processes/run.js';
import { step } from '../stack/progress.js';
import { STEPS, stepsFor } from './steps.js';
import { add, exitCode, lastLine, type Tally } from './tally.js';

const say = (line: string) => console.log(line);

const tried = async (name: string, patterns: readonly string[]): Promise<Tally> => {
  const tally = await step(say, name, async () => STEPS[name]!(patterns));
  for (const problem of tally.problems) say(problem);
  say(`${name}: ${lastLine(tally)}`);
  return tally;
};

/** `npm test`, `npm run check [-- STEP [PATH …]]`: everything that must hold, or one kind of it. */
const main = async ([named, ...patterns]: readonly string[]): Promise<number> => {
  const names = stepsFor(named);
  if (names === null) {
    say(`There is no step "${named}"; there are ${Object.keys(STEPS).join(', ')}.`);
    return 1;
  }
  const tallies: Tally[] = [];
  for (const name of names) tallies.push(await tried(name, patterns));
  const all = add(tallies);
  say('');
  say(lastLine(all));
  return exitCode(all);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endAllRuns();
    process.exit(1);
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(sentenceOf(error));
  process.exitCode = 1;
}
