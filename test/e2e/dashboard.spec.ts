import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import type { Browser, Page } from 'playwright-core';
import { contributionFor } from '../../apps/contribution/src/domain/rates/monthly-contribution.js';
import { longDay } from '../../apps/dashboard/src/format/days.js';
import { lowestContributionOn } from '../../apps/dashboard/src/model/contribution.js';
import type { System } from '../../tools/long/kit/system.js';
import { projectRoot } from '../../tools/stack/project-root.js';
import { costMs, slownessOf, violationsOn } from './in-the-browser.js';
import { LOADED_MS, openLoaded } from './loaded-system.js';

const SCALE = 0.01;
const BUNDLE = join(projectRoot, 'dist/apps/dashboard');
const VIEWS = ['overview', 'gap', 'channels', 'targets', 'benefits', 'published', 'operations'];
const SOLO = '33.72';

interface Row {
  region: string | null;
  name: string | null;
  persons: number;
  coverageText: string;
  gap: number;
  target: { needed: number } | null;
}
interface Coverage {
  rows: Row[];
}
interface Funnel {
  reached: number | null;
  signedUp: number;
  retention: Record<'12', { due: number; kept: number }>;
  rows: { part: string; signedUp: number }[];
}

interface Sums {
  from: string;
  through: string;
  amount: number;
  claims: number;
}

interface Rebuild {
  id: string;
  comparison: {
    tables: { table: string; oldRows: number; newRows: number; differing: number }[];
  } | null;
}

let system: System;
let browser: Browser;
let token: string;
const pages: Page[] = [];

const figures = async (query: string): Promise<Row[]> =>
  (await system.ask<Coverage>('reporting', `/v1/coverage?${query}`)).rows;

const open = async (address = '', widthPx = 1_440, as = token): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: widthPx, height: 900 } });
  pages.push(page);
  await page.goto(`${system.stack.services.reporting}/${address}#token=${as}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

/** Somebody of Solo signs up at the branch and pays for the month. */
const signUpAndPay = async (person: {
  nik: string;
  fullName: string;
  birthDate: string;
  sex: string;
}): Promise<void> => {
  const signUpId = randomUUID();
  const day = '2024-12-16T09:30:00+07:00';
  const signUp = await system.tell<{ paymentCode: string }>('enrollment', {
    method: 'POST',
    path: '/v1/sign-ups',
    role: 'officer',
    body: {
      signUpId,
      submittedAt: day,
      channel: { kind: 'branch', code: 'SOLO' },
      person,
      residence: '33.72.05.1011',
      segment: 'BPU',
      occupations: ['street-trader'],
      declaredIncome: 1_000_000,
      programmes: ['JKK', 'JKM'],
      startsOn: '2024-12-01',
      payer: { kind: 'self' },
      consent: { textVersion: '2024-1', givenAt: day },
    },
  });
  await system.tell('contribution', {
    method: 'POST',
    path: '/v1/payments',
    role: 'officer',
    body: {
      paymentId: signUpId,
      gateway: 'bank-jateng',
      method: 'virtual-account',
      paymentCode: signUp.paymentCode,
      amount: 16_800,
      currency: 'IDR',
      settledAt: day,
      months: ['2024-12'],
      payer: { kind: 'self' },
    },
  });
};

const figureOn = (page: Page) => page.locator('#figure').innerText();
const connectionOf = (page: Page) => page.locator('.status').getAttribute('data-connection');
/** Dots and commas apart, as numbers are written in either language. */
const digits = (text: string) => text.replace(/[^0-9]/g, '');

beforeAll(async () => void ({ browser, system, token } = await openLoaded(SCALE)), LOADED_MS * 3);
afterAll(async () => {
  await browser?.close();
  await system?.remove();
}, 30_000);
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

describe('the dashboard', () => {
  it('opens with the figure that the API gives, its gap and its target', async () => {
    const page = await open();
    const [row] = await figures(`region=${SOLO}`);
    expect(await figureOn(page)).toBe(row!.coverageText);
    const facts = digits(await page.locator('.facts').innerText());
    expect(facts).toContain(String(row!.gap));
    expect(facts).toContain(String(row!.target!.needed));
    await eventually(async () => (await connectionOf(page)) === 'live');
    await page.locator('.proof').waitFor();
    expect(await page.locator('.sample').innerText()).toContain('rekaan');
  });

  it('moves when somebody pays, without a reload', async () => {
    const page = await open('?region=33.72&lang=id');
    await eventually(async () => (await connectionOf(page)) === 'live');
    const [before] = await figures(`region=${SOLO}`);
    await signUpAndPay({
      nik: '3372051708909876',
      fullName: 'Sri Rahayu',
      birthDate: '1990-08-17',
      sex: 'male',
    });
    const after = String(before!.persons + 1);
    await eventually(async () =>
      digits(await page.locator('.sentence').first().innerText()).startsWith(after),
    );
  });

  it('shows the same to somebody else who is given the address', async () => {
    const page = await open('?region=33.72&lang=id');
    await page.getByText('Terdaftar', { exact: true }).click();
    await page.getByText('Peta ubin', { exact: true }).click();
    await page.locator('.tile', { hasText: 'Banjarsari' }).click();
    await page.getByRole('heading', { level: 1, name: /Banjarsari/ }).waitFor();
    const { search } = new URL(page.url());
    const other = await open(search);
    await other.getByRole('heading', { level: 1, name: /Banjarsari/ }).waitFor();
    expect(await figureOn(other)).toBe(await figureOn(page));
    await eventually(async () => (await other.locator('.tile').count()) > 5);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /Surakarta/ }).waitFor();
  });

  it('asks about another day with the slider and explains what was known later', async () => {
    const page = await open('?region=33.72&lang=en');
    await page.locator('#day-slider').fill('0');
    await page.getByRole('heading', { level: 1, name: /1 January 2023/ }).waitFor();
    const known = await open('?region=33.72&asOf=2024-11-30&knownOn=2024-11-30&lang=en');
    const { before, after, difference } = await system.ask<Record<string, number>>(
      'reporting',
      '/v1/coverage/changes?region=33.72&asOf=2024-11-30&sinceKnownOn=2024-11-30',
    );
    const said = known.locator('section[aria-labelledby="changes-title"]');
    await eventually(async () => (await said.innerText()).includes(before!.toLocaleString('en-GB')));
    expect(await said.innerText()).toContain(after!.toLocaleString('en-GB'));
    expect(digits(await said.innerText())).toContain(String(Math.abs(difference!)));
  });

  it('opens every number by the keyboard alone', async () => {
    const page = await open('?region=33.72&lang=id');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.innerText')).toBe(await figureOn(page));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('÷');
    expect(await dialog.innerText()).toContain('v1/coverage?region=33.72');
    expect(await dialog.innerText()).toContain('penduduk bekerja');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
});

describe('closing the gap', () => {
  it('is two clicks from the page as it opens, and begins with the kelurahan that the API puts first: where most are missing', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Menutup kesenjangan' }).click();
    const first = page.locator('#ranking tbody tr').first();
    await first.waitFor();
    const districts = await figures(`region=${SOLO}&by=region`);
    const below = await Promise.all(districts.map(({ region }) => figures(`region=${region}&by=region`)));
    const [most] = below.flat().toSorted((a, b) => b.gap - a.gap);
    expect(await first.innerText()).toContain(most!.name!);
    const { rows } = await system.ask<Coverage>('reporting', `/v1/gaps?region=${SOLO}&levels=2`);
    expect(rows[0]!.region).toBe(most!.region);
    expect(digits(await first.locator('td').nth(1).innerText())).toBe(String(most!.gap));
    expect(await page.locator('.invented').first().innerText()).toContain('rekaan');
    await first.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: new RegExp(most!.name!) }).waitFor();
  });

  it('ranks by pace or by who stays, as the API does, and the address says so', async () => {
    const page = await open('?view=gap&region=33.72&lang=en');
    await page.getByText('Fastest', { exact: true }).click();
    const { rows } = await system.ask<Coverage>(
      'reporting',
      `/v1/gaps?region=${SOLO}&levels=2&rankedBy=pace`,
    );
    const names = () => page.locator('#ranking tbody th').allInnerTexts();
    await eventually(async () => (await names()).join() === rows.map(({ name }) => name).join());
    expect(new URL(page.url()).searchParams.get('rank')).toBe('pace');
  });

  it('ranks a segment and a kind of channel, as the API does, names the target that is theirs, and the address says so', async () => {
    const page = await open('?view=gap&region=33.72&lang=en');
    const says = (text: string) => page.locator('#shared', { hasText: text }).waitFor();
    await says('Counted: everybody. The target shared out: 50%');
    const asked = `/v1/gaps?region=${SOLO}&levels=2&segment=BPU`;
    await page.locator('#gap-segment').selectOption('BPU');
    await says('63,000 persons (solo-bpu-target-2024)');
    const shows = async (rows: Row[]) => {
      const names = await page.locator('#ranking tbody th').allInnerTexts();
      return names.join() === rows.map(({ name }) => name).join();
    };
    const { rows } = await system.ask<Coverage>('reporting', asked);
    await eventually(() => shows(rows));
    await page.locator('#gap-channel').selectOption('bank');
    await says('Counted: Self-employed (BPU), Bank.');
    const { rows: byBank } = await system.ask<Coverage>('reporting', `${asked}&channel=bank`);
    await eventually(() => shows(byBank));
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('segment'), searchParams.get('channel')]).toEqual(['BPU', 'bank']);
  });

  it('says what the share of the target takes in people and rupiah a month, and warns of short sponsorship', async () => {
    const page = await open('?view=gap&region=33.72&sponsored=100&months=2&lang=id');
    const [row] = await figures(`region=${SOLO}`);
    const needed = row!.target!.needed;
    const said = await page.locator('#what-if').innerText();
    expect(digits(said)).toBe(`${needed}${needed * 16_800}`);
    const warning = page.getByText('kurang dari tiga bulan');
    await warning.waitFor();
    await page.locator('#months').fill('3');
    await page.locator('#months').blur();
    await warning.waitFor({ state: 'detached' });
  });

  it('says on paper what was supposed', async () => {
    const page = await open('?view=gap&region=33.72&sponsored=100&months=2&lang=id');
    const supposed = page.getByText('Di antaranya disponsori (orang): 100 · Lama sponsor (bulan): 2');
    expect(await supposed.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await supposed.isVisible()).toBe(true);
  });

  it('counts as covered who is active, whatever was counted on the page before', async () => {
    const page = await open('?view=gap&region=33.72&measure=registered&lang=en');
    const [[active], [registered]] = await Promise.all([
      figures(`region=${SOLO}`),
      figures(`region=${SOLO}&measure=registered`),
    ]);
    expect(registered!.persons).not.toBe(active!.persons);
    const needed = active!.target!.needed;
    expect(digits(await page.locator('#what-if').innerText())).toBe(`${needed}${needed * 16_800}`);
  });

  it('reckons with the contribution that would be billed', () => {
    const { basisRupiah, JKK, JKM } = lowestContributionOn('2024-12-17')!;
    const insured = {
      segment: 'BPU',
      programmes: ['JKK', 'JKM'],
      basisRupiah,
      occupations: [],
      riskGroup: null,
    } as const;
    expect(contributionFor(insured, 'self', '2024-12')?.amounts).toEqual({ JKK, JKM });
  });
});

describe('channels', () => {
  it('lead from kinds of channels to one channel, its campaigns and its months, as the API counts them', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Kanal', exact: true }).click();
    const asked = `/v1/funnel?region=${SOLO}&from=2014-01-01&through=2024-12-17`;
    const { rows, signedUp } = await system.ask<Funnel>('reporting', `${asked}&by=channel`);
    const [first] = rows.toSorted((a, b) => b.signedUp - a.signedUp);
    const line = page.locator('#parts tbody tr').first();
    await line.waitFor();
    expect(digits(await page.locator('#stages tbody tr').nth(1).locator('button').first().innerText())).toBe(
      String(signedUp),
    );
    expect(await page.locator('#parts tbody tr').count()).toBe(rows.length);
    expect(digits(await line.locator('td').nth(1).innerText())).toBe(String(first!.signedUp));
    await line.getByRole('link').click();
    await eventually(() => new URL(page.url()).searchParams.get('channel') === first!.part);
    const within = await system.ask<Funnel>('reporting', `${asked}&by=channel-code&channel=${first!.part}`);
    await eventually(async () => (await page.locator('#parts tbody tr').count()) === within.rows.length);
    const other = await open(new URL(page.url()).search);
    await other.locator('#parts tbody tr').first().waitFor();
    expect(await other.locator('#parts').innerText()).toBe(await page.locator('#parts').innerText());
  });

  it('open every number, with the memberships that it is made of', async () => {
    const page = await open('?view=channels&region=33.72&lang=en');
    await page.locator('#stages tbody tr').nth(2).locator('button').first().click();
    const dialog = await page.getByRole('dialog').innerText();
    expect(dialog).toContain('÷');
    expect(dialog).toContain('v1/funnel?region=33.72');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('#most-lost').innerText()).toContain('Most lapse between');
  });

  it('tell the story of the fun run in eleven cities', async () => {
    const page = await open('?view=channels&region=33.72&lang=en');
    await page.getByRole('link', { name: 'EVENT-FUN-RUN-2015' }).click();
    const run = await system.ask<Funnel>(
      'reporting',
      '/v1/funnel?region=ID&channel=event&channelCode=EVENT-FUN-RUN-2015&from=2015-11-14&through=2015-12-13&by=campaign',
    );
    expect(run.reached).toBe(16_000);
    const story = page.locator('#story');
    await story.waitFor();
    const said = await story.innerText();
    expect(said).toContain('16,000 people whom 11 campaigns reached');
    expect(said).toContain(`, ${run.signedUp} signed up`);
    const { kept, due } = run.retention['12'];
    expect(said).toContain(`After 12 months ${kept} of ${due}`);
    expect(await page.locator('#parts tbody tr').count()).toBe(run.rows.length);
  });
});

describe('other views', () => {
  it('show how fast events come from each service while somebody pays, and that none waits after', async () => {
    const page = await open('?view=operations&region=33.72&lang=en');
    const cells = (column: number) =>
      page.locator(`#flow tbody tr td:nth-of-type(${column})`).allInnerTexts();
    await eventually(async () => (await cells(2)).join() === '0,0,0');
    const payments = page.locator('#flow tbody tr', { hasText: 'Contribution → figures' });
    const moves = [1, 2].map((column) =>
      payments.locator(`td:nth-of-type(${column})`).filter({ hasText: /[1-9]/ }).waitFor({ timeout: 60_000 }),
    );
    await Promise.all([
      ...moves,
      signUpAndPay({
        nik: '3372051203859871',
        fullName: 'Agus Wijaya',
        birthDate: '1985-03-12',
        sex: 'male',
      }),
    ]);
    await eventually(async () => [...(await cells(1)), ...(await cells(2))].join() === '0,0,0,0,0,0');
    expect(await cells(3)).toEqual(['0', '0', '0']);
    expect(await cells(4)).toEqual(['flows', 'flows', 'flows']);
  }, 120_000);

  it('say that a denominator was invented wherever one is used', async () => {
    for (const address of [
      '?region=33.72.05',
      '?region=33.72',
      '?region=33.72&form=map',
      '?view=gap&region=33.72',
      '?view=gap&region=33.72.05',
      '?view=targets&region=33.72.05',
    ]) {
      const page = await open(`${address}&lang=id`);
      await eventually(async () => (await page.getByText('Memuat…').count()) === 0);
      expect({ address, said: await page.locator('.invented:visible').count() }).not.toEqual({
        address,
        said: 0,
      });
      expect(await page.locator('.invented:visible').first().innerText()).toContain('rekaan');
      await page.close();
    }
  });

  it('show targets with their progress, benefits of a year, and printed figures beside ours', async () => {
    const targets = await open('?view=targets&region=33.72&lang=en');
    await targets.getByRole('rowheader', { name: /50%/ }).waitFor();
    await targets.getByText('Denominators of the regions within').click();
    await targets.getByText('(invented)').first().waitFor();
    const benefits = await open('?view=benefits&region=33.72&year=2023&lang=en');
    const { amount } = await system.ask<{ amount: number }>(
      'reporting',
      '/v1/benefits?region=33.72&from=2023-01-01&through=2023-12-31',
    );
    const total = benefits.locator('tfoot button').first();
    await total.waitFor();
    expect(digits(await total.innerText())).toBe(String(amount));
    expect(await benefits.locator('.warning').count()).toBe(0);
    const published = await open('?view=published&region=33.72&lang=id');
    await published.getByRole('button', { name: '80.000.000 (75%)', exact: true }).waitFor();
    await published.getByRole('button', { name: '66,66%', exact: true }).waitFor();
    await published.getByRole('button', { name: '50%', exact: true }).waitFor();
    await published
      .getByText('“BPJS Ketenagakerjaan Prioritaskan Pekerja Sektor Informal”')
      .first()
      .waitFor();
  });

  it('show benefits of a year that is not over with a warning, and beside as many days of the year before', async () => {
    const page = await open('?view=benefits&region=33.72&year=2024&lang=en');
    await page.locator('.warning', { hasText: 'This period is not a whole year' }).waitFor();
    const { compared, ...sums } = await system.ask<Sums & { compared: Sums }>(
      'reporting',
      '/v1/benefits?region=33.72&from=2024-01-01&through=2024-12-17&compareFrom=2023-01-01&compareThrough=2023-12-31',
    );
    const days = ({ from, through }: Sums) => (Date.parse(through) - Date.parse(from)) / 86_400_000;
    expect([sums.through, days(compared)]).toEqual(['2024-12-17', days(sums)]);
    const comparison = page.locator('section[aria-labelledby="comparison-title"] tbody');
    await eventually(async () => (await comparison.locator('tr').count()) === 2);
    expect(await comparison.locator('th').allInnerTexts()).toEqual(
      [sums, compared].map(({ from, through }) => `${longDay(from, 'en')} to ${longDay(through, 'en')}`),
    );
    expect((await comparison.locator('td').allInnerTexts()).map(digits)).toEqual(
      [sums, compared].flatMap(({ amount, claims }) => [String(amount), String(claims)]),
    );
  });
});

describe('those with other roles', () => {
  it('see what everybody may, and their own views, and are refused nothing', async () => {
    for (const [role, view] of [
      ['planner', 'Targets'],
      ['operator', 'Operations'],
    ] as const) {
      const page = await open(
        '?region=33.72&asOf=2024-11-30&view=gap&lang=en',
        1_440,
        await system.token(role),
      );
      const refused: string[] = [];
      page.on('response', (response) => {
        if (response.status() === 403) refused.push(response.url());
      });
      await page.reload();
      // Few live around Solo in so small a sample, and the public may not be told how few.
      const { rows } = await system.ask<Coverage>('reporting', `/v1/coverage?region=${SOLO}`, role);
      const figure = (rows[0]!.coverageText as string | null)?.replace(',', '.') ?? 'masked';
      await eventually(async () => (await figureOn(page)) === figure);
      expect(await page.locator('.views a').allInnerTexts()).toEqual(['Overview', view]);
      await page.locator('.views a').last().click();
      await page.getByRole('heading', { level: 1, name: view }).waitFor();
      await eventually(async () => (await page.getByText('Loading…').count()) === 0);
      expect({ role, refused }).toEqual({ role, refused: [] });
    }
  });

  it('import denominators row by row, as planners', async () => {
    const page = await open('?view=targets&region=33.72&lang=en', 1_440, await system.token('planner'));
    const rows = [
      'id,definition,regions,value,asOf,source,use',
      'from-the-page,penduduk bekerja,33.72.01,1000,2024-12-17,a trial,named',
      'nowhere,penduduk bekerja,99.99,1000,2024-12-17,a trial,named',
    ];
    const buffer = Buffer.from(rows.join('\n'));
    await page.locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
    await page.getByText('1 recorded, 0 unchanged, 1 refused.').waitFor();
    await page.getByText(/Row 2 \(nowhere\): unknown-region/).waitFor();
    await page.getByText('Denominators of the regions within').click();
    const recorded = page.getByRole('row', { name: /from-the-page/ });
    await recorded.waitFor();
    expect(digits(await recorded.locator('td').nth(1).innerText())).toBe('1000');
  });

  it('enter a count, and its next version, as planners', async () => {
    const page = await open('?view=targets&region=33.72&lang=en', 1_440, await system.token('planner'));
    const write = async (value: string) => {
      const written = { id: 'by-hand', value, source: 'a trial', definition: 'a trial', asOf: '2024-12-17' };
      for (const [name, text] of Object.entries(written)) await page.locator(`#entry-${name}`).fill(text);
      await page.locator('#entry-use').selectOption('named');
      await page.getByRole('button', { name: 'Record' }).click();
    };
    await write('1000');
    await page.getByText('by-hand is recorded, version 1.').waitFor();
    await write('1001');
    await page.getByText('by-hand is recorded, version 2.').waitFor();
    const { value } = await system.ask<{ value: number }>('reporting', '/v1/denominators/by-hand');
    expect(value).toBe(1_001);
  });

  it('look at what was set aside, as operators', async () => {
    const page = await open('?view=operations&region=33.72&lang=en', 1_440, await system.token('operator'));
    const aside = page.locator('section[aria-labelledby="parked-title"]');
    await eventually(async () => (await aside.innerText()).includes('No message waits.'));
    expect(await page.locator('section[aria-labelledby="proof-title"]').innerText()).toContain(
      'does not cover',
    );
  });

  it('see whether figures are made anew, how far that is and how the new ones compare, as operators', async () => {
    const page = await open('?view=operations&region=33.72&lang=en', 1_440, await system.token('operator'));
    const anew = page.locator('section[aria-labelledby="rebuilds-title"]');
    await anew.getByText('There was no rebuild yet.').waitFor();
    const role = 'operator';
    const { id } = await system.tell<Rebuild>('reporting', { method: 'POST', path: '/v1/rebuilds', role });
    await anew.getByRole('heading', { name: /^Rebuild 1: / }).waitFor();
    const rebuild = await eventually(async () => {
      const one = await system.ask<Rebuild>('reporting', `/v1/rebuilds/${id}`, role);
      return one.comparison && one;
    }, 60_000);
    const { tables } = rebuild.comparison!;
    await anew.getByRole('heading', { name: 'Rebuild 1: compared, waits for a decision' }).waitFor();
    await anew.getByText(/: every row is the same\.$/).waitFor();
    const lines = await anew.locator('tbody tr').allInnerTexts();
    expect(lines.map((line) => line.split('\t').map((cell) => cell.trim().replaceAll(',', '')))).toEqual(
      tables.map(({ table, oldRows, newRows, differing }) => [
        table,
        ...[oldRows, newRows, differing].map(String),
      ]),
    );
    expect(await page.evaluate(`document.querySelector('progress').position`)).toBe(1);
    await system.tell('reporting', { method: 'POST', path: `/v1/rebuilds/${id}/cancel`, role });
    await anew.getByRole('heading', { name: 'Rebuild 1: cancelled' }).waitFor();
  }, 120_000);

  it('are told what became of a message that they tried again or discarded, as operators', async () => {
    const page = await open('?view=operations&region=33.72&lang=en', 1_440, await system.token('operator'));
    const message = { id: '7', topic: 'memberships', partition: 0, offset: 41, key: null };
    const why = { reason: 'malformed', detail: 'it is no JSON', parkedAt: '2024-12-16T09:30:00+07:00' };
    const settled = { id: '7', reason: null, detail: null, followed: 0, stoppedAt: null };
    let items = [{ ...message, ...why }];
    await page.route('**/v1/parked', (route) => route.fulfill({ json: { items, next: null } }));
    await page.route('**/v1/parked/7', (route) => route.fulfill({ json: { content: { value: '{' } } }));
    await page.route('**/v1/parked/7/retry', (route) =>
      route.fulfill({ json: { ...settled, ...why, status: 'waiting' } }),
    );
    await page.route('**/v1/parked/7/discard', (route) => {
      items = [];
      return route.fulfill({ json: { ...settled, status: 'discarded' } });
    });
    const aside = page.locator('section[aria-labelledby="parked-title"]');
    await aside.getByText('malformed · memberships 0/41').click();
    await aside.getByRole('button', { name: 'Try again' }).click();
    await aside.getByText('Tried again and refused again: it is no JSON').waitFor();
    await aside.getByLabel('Why it is discarded').fill('a trial');
    await aside.getByRole('button', { name: 'Discard' }).click();
    await aside.getByText('memberships 0/41 was discarded.').waitFor();
    await aside.getByText('No message waits.').waitFor();
    expect(await aside.getByText('memberships 0/41 was discarded.').count()).toBe(1);
  });
});

describe('a service in trouble', () => {
  it('that is slow leaves the page usable, which says that it waits', async () => {
    const page = await browser.newPage();
    pages.push(page);
    const held = Promise.withResolvers<void>();
    await page.route('**/v1/coverage?region=33.72*', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(`${system.stack.services.reporting}/?region=33.72&lang=en#token=${token}`);
    await page.getByText('Loading…').first().waitFor();
    await page.locator('.top label', { hasText: 'ID' }).click();
    await page.getByText('Memuat…').first().waitFor();
    held.resolve();
    await page.locator('#figure').waitFor();
    expect(await figureOn(page)).toBe((await figures(`region=${SOLO}`))[0]!.coverageText);
  });

  it('is told of, and the page recovers by itself', async () => {
    const page = await open('?region=33.72&lang=en');
    await eventually(async () => (await connectionOf(page)) === 'live');
    process.kill(system.stack.pids['reporting']!, 'SIGKILL');
    await eventually(async () => (await connectionOf(page)) === 'waiting');
    expect(await figureOn(page)).toMatch(/%/);
    await eventually(async () => (await connectionOf(page)) === 'live', 60_000);
  }, 90_000);

  it('that answers with errors or slowly is asked again', async () => {
    const page = await browser.newPage();
    pages.push(page);
    await page.route('**/v1/coverage?region=33.72*', (route) => route.fulfill({ status: 503, body: '{}' }));
    await page.goto(`${system.stack.services.reporting}/?region=33.72&lang=en#token=${token}`);
    await page.getByText('The service is busy. Trying again…').waitFor();
    await page.unroute('**/v1/coverage?region=33.72*');
    await page.locator('#figure').waitFor();
    const [row] = await figures(`region=${SOLO}`);
    expect(await figureOn(page)).toBe(row!.coverageText.replace(',', '.'));
  });

  it('is told of beside what was shown before, which stands as long as nothing newer comes', async () => {
    const page = await open('?view=operations&region=33.72&lang=en');
    const proof = page.locator('section[aria-labelledby="proof-title"]');
    await proof.getByRole('table').waitFor();
    await page.route('**/v1/proof', (route) => route.fulfill({ status: 503, body: '{}' }));
    await proof.getByText(/^Not refreshed since .* WIB\. The service is busy\.$/).waitFor();
    expect(await proof.locator('tbody tr').count()).toBeGreaterThan(0);
    await page.unroute('**/v1/proof');
    await proof.locator('.not-refreshed').waitFor({ state: 'detached' });
  }, 90_000);

  it.each(VIEWS)(
    'that is slow, and then busy, is waited for by the page of %s, which recovers by itself',
    async (view) => {
      const page = await browser.newPage();
      pages.push(page);
      const slow = Promise.withResolvers<void>();
      await page.route('**/v1/**', async (route) => {
        await slow.promise;
        await route.fulfill({ status: 503, body: '{}' });
      });
      await page.goto(`${system.stack.services.reporting}/?view=${view}&region=33.72&lang=id#token=${token}`);
      await page.getByText('Memuat…').first().waitFor();
      slow.resolve();
      await page.getByText('Layanan sedang sibuk').first().waitFor();
      await page.unroute('**/v1/**');
      await page.locator('main tbody td').first().waitFor();
      await eventually(
        async () => (await page.getByText(/Memuat…|Layanan sedang sibuk/).count()) === 0,
        60_000,
      );
      expect(await page.locator('h1').isVisible()).toBe(true);
    },
    120_000,
  );
});

describe('everybody', () => {
  it.each(['id', 'en'].flatMap((language) => [360, 1_440].map((widthPx) => ({ language, widthPx }))))(
    'can use every view in $language at $widthPx px',
    async ({ language, widthPx }) => {
      const page = await browser.newPage({ viewport: { width: widthPx, height: 900 }, bypassCSP: true });
      pages.push(page);
      for (const view of VIEWS) {
        await page.goto(
          `${system.stack.services.reporting}/?view=${view}&region=33.72&lang=${language}#token=${token}`,
        );
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect({ view, violations: await violationsOn(page) }).toEqual({ view, violations: [] });
        const overflow = await page.evaluate(
          'Math.max(0, document.documentElement.scrollWidth - innerWidth)',
        );
        expect({ view, overflow }).toEqual({ view, overflow: 0 });
      }
    },
    60_000,
  );

  it.each([
    { language: 'id', widthPx: 360 },
    { language: 'en', widthPx: 1_440 },
  ])(
    'can use what opens within the views in $language at $widthPx px',
    async ({ language, widthPx }) => {
      const page = await browser.newPage({ viewport: { width: widthPx, height: 900 }, bypassCSP: true });
      pages.push(page);
      for (const [role, address] of [
        ['analyst', 'region=33.72&form=map'],
        ['analyst', 'region=33.72&asOf=2024-11-30&knownOn=2024-11-30'],
        ['analyst', 'view=gap&region=33.72&sponsored=100&months=2'],
        ['analyst', 'view=channels&region=ID&channel=event&code=EVENT-FUN-RUN-2015&part=campaign'],
        ['planner', 'view=targets&region=33.72'],
        ['operator', 'view=operations&region=33.72'],
      ] as const) {
        await page.goto('about:blank');
        const as = await system.token(role);
        await page.goto(`${system.stack.services.reporting}/?${address}&lang=${language}#token=${as}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
        expect({ address, violations: await violationsOn(page) }).toEqual({ address, violations: [] });
        const number = page.locator('main .number').first();
        if (role !== 'analyst') continue;
        await number.click();
        await page.getByRole('dialog').waitFor();
        expect({ address, opened: await violationsOn(page) }).toEqual({ address, opened: [] });
      }
    },
    120_000,
  );

  it('can print a page without what cannot be pressed on paper', async () => {
    const page = await open('?region=33.72&lang=id');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.controls').isVisible()).toBe(false);
    expect(await page.locator('.views').isVisible()).toBe(false);
    const [row] = await figures(`region=${SOLO}`);
    const printed = await page.locator('main').innerText();
    expect(printed).toContain(row!.coverageText);
    expect(printed).toMatch(/target 50%/i);
    expect(printed).toContain(row!.target!.needed.toLocaleString('id-ID'));
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  it.each(VIEWS)('can print %s', async (view) => {
    const page = await open(`?view=${view}&region=33.72&lang=en`);
    await eventually(async () => (await page.getByText('Loading…').count()) === 0);
    // numbers of operations move by themselves
    const told = page.locator(`main ${view === 'operations' ? 'tbody th' : '.number'}:visible`);
    const onScreen = await told.allInnerTexts();
    expect(onScreen.length).toBeGreaterThan(2);
    await page.emulateMedia({ media: 'print' });
    expect(await told.allInnerTexts()).toEqual(expect.arrayContaining(onScreen));
    for (const each of await page.locator('.controls, .views, .choice, .status').all())
      expect(await each.isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  it('can go from the first page to the first kelurahan, and open its gap, by the keyboard alone', async () => {
    const page = await open();
    const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
    const tabTo = async (text: string) => {
      for (let presses = 0; presses < 60 && (await focused()) !== text; presses += 1)
        await page.keyboard.press('Tab');
      expect(await focused()).toBe(text);
    };
    await tabTo('Menutup kesenjangan');
    await page.keyboard.press('Enter');
    const first = page.locator('#ranking tbody tr').first();
    await first.waitFor();
    await tabTo(await first.locator('td').nth(1).innerText());
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(await first.locator('td').nth(2).innerText());
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').innerText()).toContain('v1/gaps?region=33.72');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it.each(VIEWS)(
    'can come to %s, and read or open what it counts, by the keyboard alone',
    async (view) => {
      const page = await open('?region=33.72&lang=en');
      const isOn = (selector: string) =>
        page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`);
      const tabTo = async (selector: string) => {
        for (let presses = 0; presses < 60 && !(await isOn(selector)); presses += 1)
          await page.keyboard.press('Tab');
        expect({ selector, isOn: await isOn(selector) }).toEqual({ selector, isOn: true });
      };
      await tabTo(`.views li:nth-child(${VIEWS.indexOf(view) + 1}) a`);
      await page.keyboard.press('Enter');
      await eventually(() => (new URL(page.url()).searchParams.get('view') ?? 'overview') === view);
      await page.locator('main tbody td').first().waitFor();
      if (view === 'operations') return tabTo('main .table-frame');
      await tabTo('main .number');
      const text = await page.evaluate<string>('document.activeElement.innerText');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('dialog').innerText()).toContain(text);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await isOn('main .number')).toBe(true);
    },
    120_000,
  );
});

describe('the budget', () => {
  /** Notes when the figure is first there: milliseconds since the page was asked for. */
  const NOTE_FIRST_FIGURE = `new MutationObserver((_, noting) => {
    if (!document.getElementById('figure')) return;
    globalThis.firstFigureMs = performance.now();
    noting.disconnect();
  }).observe(document, { childList: true, subtree: true })`;

  it('is 350 kB for all that the page loads, compressed', async () => {
    const files = await readdir(BUNDLE, { recursive: true });
    const texts = files.filter((file) => /\.(js|css|html|svg)$/.test(file));
    const sizes = await Promise.all(
      texts.map(async (file) => gzipSync(await readFile(join(BUNDLE, file))).length),
    );
    expect(texts.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(350_000);
  });

  it('is 100 ms for whatever is done with 900 regions in one view', async () => {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    pages.push(page);
    await page.route(/by=region/, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as Coverage;
      const many = (_: unknown, index: number) => ({
        ...body.rows[0]!,
        region: `33.72.05.${1_000 + index}`,
        name: `Kelurahan ${index}`,
        gap: 900 - index,
      });
      await route.fulfill({ response, json: { ...body, rows: Array.from({ length: 900 }, many) } });
    });
    await page.goto(`${system.stack.services.reporting}/?region=33.72&form=map&lang=en#token=${token}`);
    await eventually(async () => (await page.locator('.tile').count()) === 900);
    const deeds = ['.sort', 'input[value=gap]', 'input[value=coverage]'];
    const tookMs = new Map(deeds.map((deed) => [deed, Infinity]));
    for (const deed of [...deeds, ...deeds, ...deeds]) {
      const oneMs = await costMs(page, async () => {
        await page.evaluate(`document.querySelector(${JSON.stringify(deed)}).click()`);
        await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
      });
      tookMs.set(deed, Math.min(tookMs.get(deed)!, oneMs));
    }
    expect([...tookMs].filter(([, bestMs]) => bestMs >= 100)).toEqual([]);
  });

  it('is 1.5 s to the first figure in a browser that has nothing of the page, in the middle of three', async () => {
    const firstMs: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } }); // a context of its own
      pages.push(page);
      const slowness = await slownessOf(page);
      await page.addInitScript(NOTE_FIRST_FIGURE);
      await page.goto(`${system.stack.services.reporting}/?region=33.72&lang=id#token=${token}`);
      await page.locator('#figure').waitFor();
      firstMs.push((await page.evaluate<number>('firstFigureMs')) / slowness);
      await page.close();
    }
    expect(firstMs.toSorted((a, b) => a - b)[1]).toBeLessThan(1_500);
  });

  it('is 300 ms for a step down', async () => {
    const page = await open('?region=33.72&lang=id');
    const stepMs: number[] = [];
    for (const district of ['Banjarsari', 'Jebres', 'Laweyan']) {
      await page.goto(`${system.stack.services.reporting}/?region=33.72&lang=id`);
      const link = page.getByRole('rowheader', { name: district }).getByRole('link');
      await link.waitFor();
      const oneMs = await costMs(page, async () => {
        await link.click();
        await page.getByRole('heading', { level: 1, name: new RegExp(district) }).waitFor();
      });
      stepMs.push(oneMs);
    }
    expect(Math.min(...stepMs)).toBeLessThan(300);
  });
});
