import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { askCut, askFigure, askOutlines, askProgress, askRegions, askTarget } from '../../api/asks.js';
import type { Coverage, Progress, TargetDetail } from '../../api/answers.js';
import { squaresOf } from '../../model/outlines.example.js';
import { usualPlace, type Place } from '../../model/place.js';
import { answerWith, plainRow, SOLO_ROW } from '../../model/solo.example.js';
import { known, visitOf } from '../../page/visit.example.js';
import { VisitProvider, type Visit } from '../../page/visit.js';
import { Overview } from './overview.js';

const SOLO = usualPlace('33.72', 'id');

const markupOf = (visit: Visit): string =>
  renderToString(
    <VisitProvider value={visit}>
      <Overview />
    </VisitProvider>,
  );
/** What can be read, without white space. */
const readOn = (visit: Visit): string =>
  markupOf(visit)
    .replace(/<[^>]+>/g, '')
    .replace(/\s/g, '');
const figureOf = (row: Partial<typeof SOLO_ROW>, place: Partial<Place> = {}, more: Partial<Coverage> = {}) =>
  known(askFigure({ ...SOLO, ...place }), answerWith([{ ...SOLO_ROW, ...row }], more));

const TARGET = { base: 'angkatan kerja', publisher: 'BPJS', source: 'espos' } as TargetDetail;
const PROGRESS = {
  asOf: '2024-12-17',
  needed: 13_070,
  projectedOn: '2026-03-01',
  projectedBetween: { earliestOn: '2025-08-01', latestOn: null },
} as unknown as Progress;

describe('the overview of Solo', () => {
  const text = readOn(
    visitOf([
      figureOf({}),
      known(askTarget('solo-coverage-target-2024'), TARGET),
      known(askProgress('solo-coverage-target-2024', null), PROGRESS),
    ]),
  );

  it.each([
    'Kota Surakarta, 17 Desember 2024',
    '44,24%',
    '100.512 dari 227.164 penduduk bekerja adalah peserta aktif.',
    'Kesenjangan126.652',
    'Kurang ke target 50%13.070',
    'Perkiraan target tercapai1 Maret 2026 antara 1 Agustus 2025 dan –',
    'Target 50% dinyatakan dari angkatan kerja, sedangkan persentase di sini dihitung dari penduduk bekerja.',
    'per 17 Desember 2024 · sumber espos-2024-12-18',
    'Tercatat sampai 17 Desember 2024, 17.00.02 WIB',
    'tertinggal 0,14 detik',
    'Hanya angka dengan sumber artikel yang nyata; selebihnya rekaan',
  ])('says %s', (sentence) => expect(text).toContain(sentence.replace(/\s/g, '')));

  it('speaks English', () => {
    const english = readOn(
      visitOf([figureOf({}, { language: 'en' })], { language: 'en' }, { isStory: false }),
    );
    expect(english).toContain('KotaSurakarta,17December2024');
    expect(english).toContain('44.24%');
    expect(english).not.toContain('invented');
  });

  it('says in which language the words of its sources are', () => {
    const target = known(askTarget('solo-coverage-target-2024'), TARGET);
    const markup = markupOf(visitOf([figureOf({}, { language: 'en' }), target], { language: 'en' }));
    expect(markup).toContain('<span lang="id">penduduk bekerja</span> are active members.');
    expect(markup).toContain('<span lang="id">penduduk bekerja</span> not covered');
    expect(markup).toContain('was stated of <span lang="id">angkatan kerja</span>, while');
  });
});

describe('a figure', () => {
  it('is the persons where there is no denominator', () => {
    const bare = plainRow({ region: '33.72', name: 'Kota Surakarta', persons: 7_000 });
    const text = readOn(visitOf([known(askFigure(SOLO), answerWith([bare]))]));
    expect(text).toContain('7.000');
    expect(text).toContain('Belumadapenyebutyangberlakubagiwilayahinipadahariitu');
    expect(text).not.toContain('%');
  });

  it('is not shown where it is masked', () => {
    const masked = plainRow({ region: '33.72', persons: null, masked: true });
    expect(readOn(visitOf([known(askFigure(SOLO), answerWith([masked]))]))).toContain('disembunyikan');
  });

  it('shows that its target is reached', () =>
    expect(readOn(visitOf([figureOf({ target: { ...SOLO_ROW.target!, needed: 0 } })]))).toContain(
      'Target50%tercapai',
    ));

  it('says up to which day it was known', () => {
    const place = { knownOn: '2024-12-01' };
    expect(readOn(visitOf([figureOf({}, place, place)], place))).toContain(
      'Menurutyangdiketahuisampai1Desember2024',
    );
  });

  it.each([
    ['behind', 'Some is still to be read, and reading goes on.'],
    ['standing-still', 'Some is still to be read, and nothing moves.'],
    ['unknown', 'How much is still to be read is not known just now.'],
  ] as const)('says where it is %s', (reading, sentence) => {
    const { freshness } = answerWith([]);
    const said = (mark: typeof reading | 'current') =>
      readOn(
        visitOf([figureOf({}, { language: 'en' }, { freshness: { ...freshness, reading: mark } })], {
          language: 'en',
        }),
      );
    expect(said(reading)).toContain(sentence.replace(/\s/g, ''));
    expect(said('current')).not.toContain(sentence.replace(/\s/g, ''));
  });

  it('says that its denominator is invented', () => {
    const denominator = { ...SOLO_ROW.denominator!, source: 'sample, invented' };
    expect(readOn(visitOf([figureOf({ denominator })]))).toContain('rekaanuntukdatacontoh');
  });
});

describe('the regions below', () => {
  const regions = (rows: Parameters<typeof answerWith>[0], place: Partial<Place> = {}) =>
    visitOf([figureOf({}), known(askRegions(SOLO), answerWith(rows))], place);
  const banjarsari = plainRow({ region: '33.72.05', name: 'Banjarsari', persons: 50_256 });

  it('can be opened, and show their share of all', () => {
    const visit = regions([banjarsari, plainRow({ part: 'unmapped', persons: 10 })]);
    expect(markupOf(visit)).toMatch(/<a href="\?region=33\.72\.05&amp;lang=id"[^>]*>Banjarsari<\/a/);
    expect(readOn(visit)).toContain('50,00%');
    expect(readOn(visit)).toContain('Belumterpetakan');
  });

  const measured = { ...SOLO_ROW, region: '33.72.05', name: 'Banjarsari' };
  const unmeasured = { ...banjarsari, region: '33.72.04', name: 'Jebres' };
  const onMap = (outlined: readonly string[], form: Place['form'] = 'map') =>
    markupOf(
      visitOf(
        [
          figureOf({}),
          known(askRegions(SOLO), answerWith([measured, unmeasured])),
          known(askOutlines('33.72'), squaresOf(...outlined)),
        ],
        { form },
      ),
    );
  const NO_OUTLINES = 'Belum ada peta batas untuk wilayah-wilayah ini';

  it.each(['map', 'tiles'] as const)(
    'without outlines stand as tiles that say their value, where a %s is asked for',
    (form) => {
      const text = onMap([], form);
      expect(text).toMatch(/class="tile is-step-3".*Banjarsari.*44,24%/s);
      expect(text).toContain('tile is-unknown');
      expect(text).toContain(`href="?region=33.72.04&amp;form=${form}&amp;lang=id"`);
      expect(text.includes(NO_OUTLINES)).toBe(form === 'map');
      expect(text).not.toContain('regions-map');
    },
  );

  it('with an outline are drawn, and those without one are tiles of the same colours, which is said', () => {
    const text = onMap(['33.72.04']);
    expect(text).toMatch(/id="regions-map" role="img" aria-label="Peta: Kecamatan di Kota Surakarta\./);
    expect(text).toContain('1 dari 2 wilayah belum punya peta batas dan tampil sebagai ubin.');
    expect(text.match(/class="tile /g)).toHaveLength(1);
    expect(text).toMatch(/class="tile is-step-3".*Banjarsari/s);
    expect(text).toMatch(/class="swatch is-unknown".*tanpa nilai/s);
  });

  it('are no tiles where all have an outline, nor where tiles were not asked for', () => {
    const text = onMap(['33.72.04', '33.72.05']);
    expect(text).toContain('id="regions-map"');
    expect(text).not.toMatch(/class="tile |belum punya peta batas/);
    expect(onMap(['33.72.04', '33.72.05'], 'tiles')).not.toContain('regions-map');
  });

  it('are waited for where nobody has said yet which have an outline', () => {
    const text = markupOf(regions([measured], { form: 'map' }));
    expect(text).toContain('Memuat…');
    expect(text).not.toContain(NO_OUTLINES);
  });

  it('escape a name that would be markup', () =>
    expect(markupOf(regions([{ ...banjarsari, name: '<img src=x>' }]))).not.toContain('<img'));
});

describe('a cut', () => {
  const total = { persons: 100_512, sumOfParts: 102_168, overlap: 1_656, unmapped: 0 };
  const rows = [
    plainRow({ part: 'unmapped', persons: 300 }),
    plainRow({ part: 'PU', persons: 46_000 }),
    plainRow({ part: 'BPU', persons: 55_868 }),
  ];
  const text = readOn(visitOf([figureOf({}), known(askCut(SOLO), answerWith(rows, { total }))]));

  it('shows the largest part first and the unmapped last, never dropped', () => {
    const order = ['(BPU)', '(PU)', 'Belumterpetakan'].map((name) => text.lastIndexOf(name));
    expect(order[0]).toBeGreaterThan(0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('prints the overlap with what it comes from', () => {
    for (const number of ['102.168', '1.656']) expect(text).toContain(number);
  });
});

describe('the slider of days', () => {
  const shownOn = (asOf: string | null) => {
    const markup = markupOf(visitOf([figureOf({}, { asOf })], { asOf }));
    const slider = /id="day-slider".*?aria-valuetext="([^"]*)".*?<output[^>]*>([^<]*)</s;
    return slider.exec(markup)?.slice(1);
  };

  it.each([
    [null, '17 Desember 2024'],
    ['2023-01-01', '1 Januari 2023'],
    ['2022-12-31', '31 Desember 2022'],
    ['2015-06-30', '30 Juni 2015'],
  ])('says the day that is asked about, though it lie before its first (%s)', (asOf, day) =>
    expect(shownOn(asOf)).toEqual([day, day]),
  );
});

it('the public is shown neither days to choose nor the trend nor cuts', () => {
  const markup = markupOf(visitOf([figureOf({})], {}, { token: null, roles: [], isAnalyst: false }));
  expect(markup).not.toContain('name="asOf"');
  expect(markup).not.toContain('trend-title');
  expect(markup).not.toContain('cut-title');
  expect(markup).toContain('44,24%');
});
