import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '#libs/testing';
import type { Browser } from 'playwright-core';
import { localIssuer } from '../stack/local-issuer.js';
import { projectRoot } from '../stack/project-root.js';
import type { Stack } from '../stack/start/stack-file.js';
import { openBrowser } from './browser.js';

/** A picture of the page: its file, what is asked, how wide and how high. */
interface Picture {
  readonly name: string;
  readonly address: string;
  readonly widthPx?: number;
  readonly heightPx?: number;
}

const PICTURES: readonly Picture[] = [
  { name: 'solo', address: '?region=33.72&lang=id', heightPx: 860 },
  { name: 'overview-phone', address: '?region=33.72&lang=en', widthPx: 360 },
  { name: 'map', address: '?region=33.72&form=tiles&lang=en' },
  { name: 'known-on', address: '?region=33.72&asOf=2024-11-30&knownOn=2024-11-30&lang=en' },
  { name: 'gap', address: '?view=gap&region=33.72&lang=en' },
  { name: 'channels', address: '?view=channels&region=33.72&lang=en' },
  {
    name: 'fun-run',
    address:
      '?view=channels&region=ID&channel=event&code=EVENT-FUN-RUN-2015&from=2015-11-14&through=2015-12-13&part=campaign&lang=en',
  },
  { name: 'targets', address: '?view=targets&region=33.72&lang=en' },
  { name: 'benefits', address: '?view=benefits&region=33.72&lang=en' },
  { name: 'published', address: '?view=published&region=33.72&lang=en' },
  { name: 'operations', address: '?view=operations&region=33.72&lang=en' },
];

const WIDTH_PX = 1_280;
/** Beyond the first screen: charts and tables stand below the figure. */
const HEIGHT_PX = 1_600;

const DRAWN_MS = 60_000;
/**
 * Everything has come, figures move, the page says that they are of a sample, and every chart, which is fetched after the
 * numbers, is drawn. Evaluated from outside, as the page's own policy lets no text become a program.
 */
const IS_DRAWN = `
  !/Memuat…|Loading…/.test(document.body.innerText) &&
  document.querySelector('.sample') !== null &&
  document.querySelector('.status').dataset.connection === 'live' &&
  [...document.querySelectorAll('.chart')].every((chart) => chart.querySelector('svg'))`;

const take = async (browser: Browser, picture: Picture, { url, token }: { url: string; token: string }) => {
  const { name, address, widthPx = WIDTH_PX, heightPx = HEIGHT_PX } = picture;
  // What the browser itself writes, days to choose above all, is in its own language.
  const locale = address.includes('lang=id') ? 'id-ID' : 'en-GB';
  const page = await browser.newPage({ viewport: { width: widthPx, height: heightPx }, locale });
  await page.goto(`${url}/${address}#token=${token}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await eventually(() => page.evaluate<boolean>(IS_DRAWN), DRAWN_MS);
  await page.screenshot({ path: join(projectRoot, 'docs/images', `${name}.png`) });
  await page.close();
  console.log(`docs/images/${name}.png`);
};

/** `npm run screenshots`: pictures of each view of a running stack, for the README. */
const folder = process.env['CAKUPAN_DATA'] ?? join(projectRoot, '.cakupan');
const { services } = JSON.parse(readFileSync(join(folder, 'stack.json'), 'utf8')) as Stack;
const issuer = await localIssuer(folder);
const browser = await openBrowser();
const token = await issuer.token({ role: 'analyst' });
for (const picture of PICTURES) await take(browser, picture, { url: services.reporting!, token });
await browser.close();
