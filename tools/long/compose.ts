import { deepStrictEqual } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import { ComposeProject } from './kit/compose-project.js';
import { leaveEvidence } from './kit/evidence.js';
import { publishedAsPrinted, soloAsPrinted, type Ask } from './kit/printed-figures.js';

const SEED = 7;
const LOADED_MS = 60 * 60_000;
const LOOK_MS = 5_000;
const LOADED = 'The sample data is loaded.';
const LINES_SHOWN = '100';

const seconds = (sinceMs: number) => Math.round((performance.now() - sinceMs) / 100) / 10;

const untilLoaded = async (project: ComposeProject): Promise<void> => {
  const until = performance.now() + LOADED_MS;
  while (!(await project.compose('logs', '--no-color', 'sample')).includes(LOADED)) {
    if (performance.now() > until) throw new Error('the story was not told in time');
    await sleep(LOOK_MS);
  }
};

/** Brings it, lets the whole story be told, and holds what it leads to against what was printed. */
const check = async (project: ComposeProject): Promise<object> => {
  await project.compose('build', '--quiet');
  const begunAtMs = performance.now();
  await project.compose('up', '--detach', '--wait');
  const readySeconds = seconds(begunAtMs);
  await untilLoaded(project);
  const ask: Ask = (path) => project.ask(`${project.reporting}${path}`, 'analyst');
  const solo = await soloAsPrinted(ask, LOADED_MS);
  const loadedSeconds = seconds(begunAtMs);
  const published = await publishedAsPrinted(ask);
  const ledger = await project.ask<{ balanced: boolean }>(
    `${project.contribution}/v1/ledger/proof`,
    'officer',
  );
  deepStrictEqual(ledger.balanced, true);
  deepStrictEqual(JSON.parse(await project.cakupan('parked', 'list', '--json')), []);
  return { readySeconds, loadedSeconds, solo, published, ledger };
};

const project = await ComposeProject.open();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void project.down().finally(() => process.exit(1)));

/** `npm run test:long -- compose`: the whole system in containers, and in it the printed figures out of the whole story. */
try {
  leaveEvidence('compose', SEED, await check(project));
} catch (error) {
  const said = await project.compose('logs', '--no-color', '--tail', LINES_SHOWN).catch(() => '');
  console.log(said);
  throw error;
} finally {
  await project.down();
}
