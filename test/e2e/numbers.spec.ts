import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import type { Browser, Page } from 'playwright-core';
import { outsideOpeners } from '../../apps/dashboard/src/views/outside-openers.example.js';
import type { System } from '../../tools/long/kit/system.js';
import { LOADED_MS, openLoaded } from './loaded-system.js';

const SCALE = 0.01;
/** Views of an analyst, with what opens in them, and how many numbers each shows at the least. */
const ADDRESSES = [
  ['region=33.72', 30],
  ['region=33.72&form=tiles', 10],
  ['region=33.72&asOf=2024-11-30&knownOn=2024-11-30', 30],
  ['view=gap&region=33.72&sponsored=100&months=2', 100],
  ['view=channels&region=33.72', 30],
  ['view=channels&region=ID&channel=event&code=EVENT-FUN-RUN-2015&part=campaign', 20],
  ['view=targets&region=33.72', 10],
  ['view=benefits&region=33.72&year=2024', 8],
  ['view=published&region=33.72', 10],
  ['view=operations&region=33.72', 30],
] as const;

let system: System;
let browser: Browser;
let token: string;

const open = async (address: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  await page.goto(`${system.stack.services.reporting}/?${address}#token=${token}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await eventually(async () => (await page.getByText(/Memuat…|Loading…/).count()) === 0);
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
  return page;
};

beforeAll(async () => void ({ browser, system, token } = await openLoaded(SCALE)), LOADED_MS * 3);
afterAll(async () => {
  await browser?.close();
  await system?.remove();
}, 30_000);

describe.each(ADDRESSES)('at %s', (address, least) => {
  it.each(['id', 'en'] as const)(
    'every number opens, in %s',
    async (language) => {
      const page = await open(`${address}&lang=${language}`);
      if (address.includes('code=')) await page.locator('#story').waitFor(); // comes when campaigns are known
      await eventually(async () => (await page.locator('main .number').count()) >= least);
      expect(outsideOpeners(await page.locator('main').innerHTML(), language)).toEqual([]);
      await page.close();
    },
    60_000,
  );
});

/** What a dialog says, by its headings, once the last of them is there: whether it is proven is asked when it opens. */
const openedBy = async (page: Page, number: ReturnType<Page['locator']>, awaited = 'Proof') => {
  await number.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: awaited }).waitFor();
  return { dialog, headings: await dialog.getByRole('heading', { level: 3 }).allInnerTexts() };
};

describe('the dialog of a number', () => {
  it.each([
    ['view=gap&region=33.72', '#ranking tbody td:nth-of-type(2) .number', 'v1/gaps?', 'missing'],
    ['view=channels&region=33.72', '#parts tbody td:nth-of-type(2) .number', 'v1/funnel?', 'signedUp'],
    ['view=benefits&region=33.72&year=2023', 'tfoot .number', 'v1/benefits?', 'amount'],
  ])(
    'at %s gives what it rests on, its proof, its question and its file',
    async (address, selector, path, column) => {
      const page = await open(`${address}&lang=en`);
      const { dialog, headings } = await openedBy(page, page.locator(selector).first());
      expect(headings).toEqual(expect.arrayContaining(['Inputs', 'Proof', 'Question to the service']));
      expect(headings.some((heading) => ['Freshness', 'Rests on'].includes(heading))).toBe(true);
      expect(await dialog.innerText()).toContain(path);
      const downloading = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Download CSV' }).click();
      const file = await (await downloading).path();
      expect((await readFile(file, 'utf8')).split('\r\n')[0]!.split(',')).toContain(column);
      await page.close();
    },
  );

  it('that is a counter of operations has neither denominator nor file, and tells how fresh it is', async () => {
    const page = await open('view=operations&region=33.72&lang=en');
    const { dialog, headings } = await openedBy(page, page.locator('#flow tbody .number').first());
    expect(headings).toEqual(['Inputs', 'Freshness', 'Proof', 'Question to the service']);
    const said = await dialog.innerText();
    expect(said).toContain('v1/freshness');
    expect(said).not.toMatch(/Denominator|Download CSV/);
    await page.close();
  });

  it('that somebody stated says so, and when it was put on record', async () => {
    const page = await open('view=targets&region=33.72&lang=en');
    const { dialog, headings } = await openedBy(page, page.locator('tbody th .number').first(), 'Rests on');
    expect(headings).toEqual(['Inputs', 'Rests on', 'Question to the service']);
    expect(await dialog.innerText()).toMatch(/put on record .* WIB/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(`document.activeElement.matches('tbody th .number')`)).toBe(true);
    await page.close();
  });
});
