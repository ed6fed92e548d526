import { describe, expect, it } from '@jest/globals';
import { answerWith, plainRow, SOLO_ROW, soloState } from '../model/solo.example.js';
import type { PageState } from '../model/state.js';
import { page } from './page.js';
import { announcement, pageTitle } from './said.js';

/** What can be read on the page, white space put together. */
const readOn = (state: PageState): string =>
  page(state)
    .text.replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

const there = <Body>(body: Body) => ({ kind: 'there', body, request: 'v1/coverage?region=33.72' }) as const;

describe('the page of Solo', () => {
  const text = readOn(
    soloState({
      isStory: true,
      target: { base: 'angkatan kerja', publisher: null, source: null, from: null, through: null },
    }),
  );

  it.each([
    'Kota Surakarta, 17 Desember 2024',
    '44,24%',
    '100.512 dari 227.164 penduduk bekerja adalah peserta aktif.',
    'Kesenjangan126.652',
    'Kurang ke target 50%13.070',
    'Target 50% dinyatakan dari angkatan kerja, sedangkan persentase di sini dihitung dari penduduk bekerja.',
    'per 17 Desember 2024 · sumber espos-2024-12-18',
    'Tercatat sampai 17 Desember 2024, 17.00.02 WIB',
    'tertinggal 0,14 detik',
    'orang-orangnya rekaan, jumlahnya tidak',
  ])('says %s', (sentence) => expect(text.replace(/\s/g, '')).toContain(sentence.replace(/\s/g, '')));

  it('speaks English', () => {
    const english = readOn(soloState({ language: 'en' }));
    expect(english).toContain('Kota Surakarta, 17 December 2024');
    expect(english).toContain('44.24%');
    expect(english).not.toContain('invented');
  });

  it('is titled and read out by its figure', () => {
    expect(pageTitle(soloState())).toBe('44,24% · Kota Surakarta · Cakupan');
    expect(announcement(soloState())).toBe(
      'Kota Surakarta, 17 Desember 2024: 44,24%, 100.512 peserta aktif.',
    );
  });
});

describe('a figure', () => {
  it('is the persons where there is no denominator', () => {
    const text = readOn(
      soloState({
        figure: there(answerWith([plainRow({ region: '33', name: 'Jawa Tengah', persons: 7_000 })])),
      }),
    );
    expect(text).toContain('7.000');
    expect(text).toContain('Belum ada penyebut');
    expect(text).not.toContain('%');
  });

  it('is not shown where it is masked', () => {
    const masked = plainRow({ region: '33', name: 'Jawa Tengah', persons: null, masked: true });
    expect(readOn(soloState({ figure: there(answerWith([masked])) }))).toContain('disembunyikan');
  });

  it('shows that its target is reached', () => {
    const reached = { ...SOLO_ROW, target: { ...SOLO_ROW.target!, needed: 0 } };
    expect(readOn(soloState({ figure: there(answerWith([reached])) }))).toContain('Target 50% tercapai');
  });

  it('says up to which day it was known', () =>
    expect(readOn(soloState({ figure: there(answerWith([SOLO_ROW], { knownOn: '2024-12-01' })) }))).toContain(
      'Menurut yang diketahui sampai 1 Desember 2024',
    ));

  it('says why it is not there, and hides the rest', () => {
    const { text } = page(soloState({ figure: { kind: 'failed', failure: 'not-found' } }));
    expect(text).toContain('Wilayah atau data ini tidak dikenal.');
    expect(text).toMatch(/<div hidden>/);
  });
});

describe('a cut', () => {
  const rows = [
    plainRow({ part: 'unmapped', persons: 300 }),
    plainRow({ part: 'PU', persons: 46_000 }),
    plainRow({ part: 'BPU', persons: 55_868 }),
  ];
  const total = { persons: 100_512, sumOfParts: 102_168, overlap: 1_656, unmapped: 0 };
  const { text } = page(soloState({ cut: there(answerWith(rows, { total })) }));

  it('shows the largest part first and the unmapped last, never dropped', () => {
    const order = ['(BPU)', '(PU)', 'Belum terpetakan'].map((name) => text.indexOf(name));
    expect(order[0]).toBeGreaterThan(0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('prints the overlap with what it comes from', () => {
    for (const number of ['102.168', '1.656']) expect(text).toContain(number);
  });
});

it('a cut shows coverage where a part has a denominator of its own', () => {
  const part = { ...SOLO_ROW, part: 'PU' };
  const { text } = page(soloState({ cut: there(answerWith([part])) }));
  expect(text).toContain('data-define="coverage@cut:PU"');
});

describe('the regions below', () => {
  const regions = there(
    answerWith([
      plainRow({ region: '33.72.05', name: 'Banjarsari', persons: 50_256 }),
      plainRow({ part: 'unmapped', persons: 10 }),
    ]),
  );

  it('can be opened, and show their share of all', () => {
    const { text } = page(soloState({ regions }));
    expect(text).toMatch(/<a href="\?region=33\.72\.05"[^>]*>Banjarsari<\/a/);
    expect(text).toContain('50,00%');
    expect(text).toContain('Belum terpetakan');
  });

  it('show coverage and gap where there are denominators', () => {
    const { text } = page(soloState({ regions: there(answerWith([{ ...SOLO_ROW, region: '33.72.05' }])) }));
    expect(text).toContain('data-define="gap@regions:33.72.05"');
    expect(text).not.toContain('share@regions');
  });

  it('escape a name that would be markup', () => {
    const odd = there(answerWith([plainRow({ region: '33.72.05', name: '<img src=x>' })]));
    expect(page(soloState({ regions: odd })).text).not.toContain('<img');
  });
});

describe('the public', () => {
  it('is shown neither days to choose nor the trend nor cuts', () => {
    const absent = { kind: 'absent' } as const;
    const { text } = page(soloState({ hasToken: false, trend: absent, cut: absent }));
    expect(text).toMatch(/aria-labelledby="cut-title"\s+hidden/);
    expect(text).not.toContain('name="asOf"');
    expect(text).toMatch(/aria-labelledby="trend-title"\s+hidden/);
    expect(text).toContain('Tampilan publik');
  });
});
