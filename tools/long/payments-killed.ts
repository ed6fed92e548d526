import { parseArgs } from 'node:util';
import { onRig } from '../bench/rig/rig.js';
import { sentenceOf } from '../stack/cannot-start.js';
import { leaveEvidence } from './kit/evidence.js';
import { differing } from './payments/books.js';
import { runBoth, type Runs } from './payments/runs.js';

const options = {
  payments: { type: 'string', default: '200000' },
  seed: { type: 'string', default: '7' },
} as const;
const SHOWN_MAX = 20;

const begunAt = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - begunAt) / 1_000).toFixed(1).padStart(7)} s  ${line}`);

const problemsIn = ({ killed, calm, kills }: Runs): string[] => [
  ...(kills === 0 ? ['nothing was killed: let there be more payments'] : []),
  ...(killed.proven && calm.proven ? [] : ['a ledger is not proven']),
  ...differing(killed.books, calm.books).map((table) => `${table} differ from the undisturbed run`),
  ...killed.published.faults.map(({ kind, subject, sequence }) => `${kind}: ${subject} ${sequence}`),
  ...killed.published
    .differingFrom(calm.published)
    .map((subject) => `of ${subject} something else was published than undisturbed`),
];

/**
 * `npm run test:long -- payments-killed [--payments N] [--seed N]`: two contribution processes, killed at random while
 * payments come in, some twice, some taken back; then the same payments undisturbed. Ledger and events have to be equal.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  const wish = { seed: Number(values.seed), payments: Number(values.payments), say };
  const runs = await onRig(say, (rig) => runBoth(rig, wish));
  const { counts, kills, killedSeconds, killed, calm } = runs;
  const problems = problemsIn(runs);
  for (const problem of problems.slice(0, SHOWN_MAX)) say(problem);
  leaveEvidence('payments-killed', wish.seed, {
    ...counts,
    kills,
    killedSeconds,
    events: { killed: killed.published.events, calm: calm.published.events },
    repeatedOnTheTopics: killed.published.repeated,
    books: killed.books,
    proven: killed.proven && calm.proven,
    problems: problems.length,
  });
  process.exitCode = problems.length === 0 ? 0 : 1;
};

try {
  await main();
} catch (error) {
  say(sentenceOf(error));
  process.exitCode = 1;
}
