import { createRequire } from 'node:module';
import { eventually } from '#libs/testing';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds on a page once all of it is there; the page must have been opened without its content policy. */
export const violationsOn = async (page: Page): Promise<unknown> => {
  await eventually(async () => (await page.getByText(/Memuat…|Loading…/).count()) === 0);
  await page.addScriptTag({ path: AXE });
  return page.evaluate(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html)))`,
  );
};

/** What something costs the page, in milliseconds of its thread: what others do on this machine does not count. */
export const costMs = async (page: Page, deed: () => Promise<void>): Promise<number> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
  };
  const before = await spent();
  await deed();
  const after = await spent();
  await devtools.detach();
  return after - before;
};

/** What FIXED_WORK takes on a machine as the budgets mean it: an office computer of some years. */
const FIXED_WORK_MS = 300;
const FIXED_WORK = `(() => {
  const beganMs = performance.now();
  let sum = 0;
  for (let round = 0; round < 5e7; round += 1) sum = (sum * 31 + round) | 0;
  return sum === 1 ? 0 : performance.now() - beganMs;
})()`;

/** How many times as slow as a machine of the budgets this one is at this moment, at least 1. Nothing of ours is in it. */
export const slownessOf = async (page: Page): Promise<number> =>
  Math.max(1, (await page.evaluate<number>(FIXED_WORK)) / FIXED_WORK_MS);
