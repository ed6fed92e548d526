import { describe, expect, it } from '@jest/globals';
import type { Benefits, Changes, Denominator, Progress, Published } from '../api/answers.js';
import { lowestContributionOn } from '../model/contribution.js';
import { answerWith, SOLO_ROW } from '../model/solo.example.js';
import { whatIf } from '../model/what-if.js';
import { shownIn } from '../words/shown.js';
import { benefitDefinition, type BenefitMetric, type BenefitSum } from './of-benefits.js';
import { changeDefinition, knownDefinition } from './of-change.js';
import { progressDefinition } from './of-progress.js';
import { besideText, daysText, figureText, publishedDefinition, publishedText } from './of-published.js';
import { contributionDefinition, whatIfDefinition } from './of-what-if.js';

const FRESHNESS = answerWith([]).freshness;
const shown = shownIn('id');
const answered = <Body>(body: Body) => ({ body, address: 'http://cakupan.test/v1/x?a=1', sentAt: null });
const lines = (inputs: readonly (readonly [string, string])[]) => inputs.map((input) => input.join(': '));

const PROGRESS = {
  asOf: '2024-12-17',
  target: { id: 'solo', version: 2, kind: 'coverage', value: 0.5 },
  denominatorId: null,
  reached: 100_512,
  needed: 13_070,
  daysLeft: 14,
  neededPerDay: 933.571,
  pacePerDay: 12.5,
  projectedOn: '2027-10-29',
  projectedBetween: { earliestOn: null, latestOn: null },
  warnings: [],
} as unknown as Progress;

describe('what is said of progress', () => {
  const of = (body: Progress, denominators: readonly Denominator[] = []) => ({
    of: answered(body),
    denominators,
  });

  it('names the denominator with its source where it is known, else by its identifier', () => {
    const denominator = SOLO_ROW.denominator!;
    const share = { ...PROGRESS, denominatorId: denominator.id };
    const inputs = (known: readonly Denominator[]) =>
      lines(progressDefinition('needed', of(share, known), shown).inputs);
    expect(inputs([denominator])).toContain('Sumber: espos-2024-12-18');
    expect(inputs([denominator])).toContain('Pengenal: solo-working-population-2024, versi 1');
    expect(inputs([])).toContain('Penyebut: solo-working-population-2024');
  });

  it('says between which days it may be, and asks about the day of the answer', () => {
    const open = { ...PROGRESS, projectedBetween: { earliestOn: '2025-08-01', latestOn: null } };
    const { inputs, address } = progressDefinition('projectedOn', of(open), shown);
    expect(lines(inputs)).toContain('Paling awal: 1 Agustus 2025');
    expect(lines(inputs).some((line) => line.startsWith('Paling akhir'))).toBe(false);
    expect(address).toBe('http://cakupan.test/v1/x?a=1&asOf=2024-12-17');
  });

  it('calculates the pace that is needed and the days that are left at the real one', () => {
    const said = (metric: Parameters<typeof progressDefinition>[0]) =>
      progressDefinition(metric, of(PROGRESS), shown).calculation;
    expect(said('neededPerDay')).toBe('13.070 ÷ 14 = 933,57');
    expect(said('projectedOn')).toBe('13.070 ÷ 12,5 = 1.046 hari');
    expect(said('pacePerDay')).toBeNull();
  });

  it('calculates no day for a pace of nought', () =>
    expect(
      progressDefinition('projectedOn', of({ ...PROGRESS, pacePerDay: 0 }), shown).calculation,
    ).toBeNull());

  it.each([{ needed: 0 }, { daysLeft: 0 }])('calculates no day where there is none to come: %j', (change) =>
    expect(progressDefinition('projectedOn', of({ ...PROGRESS, ...change }), shown).calculation).toBeNull(),
  );

  it('names the target with its version, and leaves out what is not known', () => {
    const inputs = lines(progressDefinition('needed', of(PROGRESS), shown).inputs);
    expect(inputs).toContain('Target: 50%');
    expect(inputs).toContain('Pengenal: solo, versi 2');
    expect(inputs.some((line) => line.startsWith('Penyebut'))).toBe(false);
  });
});

const changes = {
  region: '33.72',
  asOf: '2024-11-30',
  sinceKnownOn: '2024-11-30',
  knownOn: null,
  before: 99_512,
  after: 100_512,
  difference: 1_000,
  freshness: FRESHNESS,
} as Changes;

it('what is said of the difference is what is known now less what was known then', () => {
  const said = (metric: 'before' | 'after' | 'difference') =>
    knownDefinition(metric, answered(changes), shown);
  expect(said('difference').calculation).toBe('100.512 − 99.512 = +1.000');
  expect(said('before').calculation).toBeNull();
  expect(said('after').meaning).not.toBe(said('before').meaning);
  expect(said('after').standing).toEqual({ kind: 'heard', freshness: FRESHNESS });
});

it('what is said of a cause adds up', () => {
  const change = { cause: 'paid-late', gained: 1_200, lost: 200, persons: 1_000 } as const;
  const { title, calculation, inputs } = changeDefinition(answered(changes), change, shown);
  expect(title).toBe('Dibayar terlambat');
  expect(calculation).toBe('1.200 − 200 = 1.000');
  expect(lines(inputs)).toContain('Diketahui sampai: semua yang diketahui sekarang');
});

it('what is said of benefits names the period and the part', () => {
  const benefits = { region: '33.72', from: '2024-01-01', through: '2024-11-28' } as Benefits;
  const said = (sum: BenefitSum, metric: BenefitMetric = 'amount') =>
    lines(benefitDefinition(metric, { of: answered(benefits), sum }, shown).inputs);
  const three = { amount: 45_000_000, claims: 3 };
  expect(said({ ...three, part: 'JHT' })).toEqual([
    'Wilayah: 33.72',
    'Dari: 1 Januari 2024',
    'Sampai dengan: 28 November 2024',
    'Bagian: Hari tua (JHT)',
    'Klaim: 3',
  ]);
  expect(said({ ...three, from: '2023-02-04', through: '2023-12-31' })).toContain('Dari: 4 Februari 2023');
  expect(said(three, 'claims').at(-1)).toBe('Jumlah: Rp45.000.000');
});

describe('what is said of a printed figure', () => {
  const published = {
    id: 'solo-coverage-2024',
    source: 'espos-2024-12-18',
    article: { paper: 'Espos', publishedOn: '2024-12-18', title: 'Ekosistem' },
    region: '33.72',
    kind: 'coverage',
    segment: null,
    measure: null,
    definition: null,
    targetKind: null,
    channel: null,
    asOf: '2024-12-17',
    printed: '44,24%',
    printedShare: '44,24%',
    ours: null,
    difference: null,
    recomputed: '44,24%',
    explanation: 'nothing was recorded',
  } as unknown as Published;

  it.each([
    ['printed', 'other'],
    ['recomputed', 'other'],
    ['ours', 'heard'],
    ['difference', 'heard'],
  ] as const)('tells whether what is %s rests on events (%s)', (which, kind) =>
    expect(publishedDefinition(which, answered(published), shown).standing.kind).toBe(kind),
  );

  it('gives the reason where there is none of ours', () =>
    expect(lines(publishedDefinition('ours', answered(published), shown).inputs)).toContain(
      'Angka kami: nothing was recorded',
    ));

  it('says the reason in the language of the page, where it knows the reason', () => {
    const unknown = { ...published, reason: 'no-events' } as Published;
    expect(lines(publishedDefinition('ours', answered(unknown), shown).inputs)).toContain(
      'Angka kami: Tidak ada peristiwa yang tercatat.',
    );
  });

  it('names the article by its paper, day and heading', () =>
    expect(lines(publishedDefinition('printed', answered(published), shown).inputs)).toContain(
      'Artikel: Espos, 18 Desember 2024: “Ekosistem”',
    ));

  it.each([
    ['44,24%', 'coverage', null, '44.24%'],
    [100_512, 'stock', null, '100,512'],
    [70_280_000_000, 'benefits', null, 'Rp70,280,000,000'],
    [0.5, 'target', 'coverage', '50%'],
    [83_000, 'target', 'stock', '83,000'],
    [null, 'stock', null, '–'],
  ] as const)('writes %s of a %s (%s) as %s in English', (value, kind, targetKind, text) =>
    expect(publishedText(value, { kind, targetKind }, shownIn('en'))).toBe(text),
  );

  it.each([
    [{ kind: 'stock', printed: 100_512, ours: 100_500, difference: -12 }, '−12'],
    [{ kind: 'stock', printed: 100_512, ours: 100_512, difference: 0 }, '0'],
    [{ kind: 'benefits', printed: 5_000, ours: 7_000, difference: 2_000 }, '+Rp2.000'],
    [{ printed: '44,24%', ours: '44,25%', difference: 0.01 }, '+0,01 poin persen'],
    [{}, '–'],
  ] as const)('writes the difference of %j as %s', (change, text) =>
    expect(besideText('difference', { ...published, ...change }, shown)).toBe(text),
  );

  it('shows a share that was printed with a number behind it, and once where it is the number', () => {
    const informal = { ...published, kind: 'denominator', printed: 80_000_000, printedShare: '75%' };
    expect(besideText('printed', informal, shown)).toBe('80.000.000 (75%)');
    expect(besideText('recomputed', { ...informal, recomputed: '66,66%' }, shown)).toBe('66,66%');
    expect(besideText('printed', published, shown)).toBe('44,24%');
  });

  it.each([
    [
      { kind: 'stock', measure: 'active-members', segment: 'BPU' },
      'Peserta aktif, Bukan penerima upah (BPU)',
    ],
    [{ kind: 'stock' }, 'Peserta'],
    [{ kind: 'target', targetKind: 'coverage' }, 'Target: Cakupan'],
    [{ kind: 'target', targetKind: 'stock', measure: 'members' }, 'Target: Peserta'],
    [{ kind: 'denominator', definition: 'pelaku UMKM' }, 'Jumlah orang: pelaku UMKM'],
    [{ kind: 'channel', channel: 'aggregator' }, 'Kanal: Agregator'],
    [{ kind: 'unheard-of' }, 'unheard-of'],
  ] as const)('tells what %j is: %s', (change, text) =>
    expect(figureText({ ...published, ...change }, shown)).toBe(text),
  );

  it.each([
    [{}, '17 Desember 2024'],
    [{ asOf: null, from: '2023-01-01', through: '2023-12-31' }, '1 Januari 2023 sampai 31 Desember 2023'],
    [{ asOf: null, from: null, through: '2026-12-31' }, 'sampai 31 Desember 2026'],
    [{ asOf: null, from: null, through: null }, null],
  ] as const)('tells the days of %j: %s', (change, text) =>
    expect(daysText({ ...published, ...change }, shown)).toBe(text),
  );
});

describe('what is said of closing a gap', () => {
  const contribution = lowestContributionOn('2024-12-17')!;
  const wish = { percent: 50, persons: 100_512, denominator: 227_164, sponsored: 5_000, months: 6 };
  const supposition = {
    percent: 50,
    result: whatIf(wish, contribution),
    contribution,
    months: 6,
    of: answered(answerWith([SOLO_ROW])),
    row: SOLO_ROW,
  };

  it.each([
    ['needed', 13_070, '50% × 227.164 → 113.582 − 100.512 = 13.070'],
    ['monthly', 13_070, '13.070 × Rp16.800 = Rp219.576.000'],
    ['total', 5_000, 'Rp84.000.000 × 6 = Rp504.000.000'],
    ['self', 8_070, '13.070 − 5.000 = 8.070'],
    ['sponsor', 5_000, null],
  ] as const)('calculates what is %s', (metric, persons, calculation) =>
    expect(whatIfDefinition(metric, { ...supposition, persons }, shown).calculation).toBe(calculation),
  );

  it('names the regulation of a contribution, which no question to the service gives', () => {
    const { address, inputs, standing } = contributionDefinition('JKK', contribution, shown);
    expect(address).toBeNull();
    expect(lines(inputs)).toContain('Sumber: PP 44/2015, lampiran II');
    expect(standing.kind).toBe('other');
  });
});
