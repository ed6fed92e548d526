import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { ListedPublished, Published, RegionInPlace } from '../../api/answers.js';
import { askPublished, askPublishedList, askRegion } from '../../api/asks.js';
import { answerWith } from '../../model/solo.example.js';
import { known, visitOf } from '../../page/visit.example.js';
import { VisitProvider } from '../../page/visit.js';
import { PublishedView } from './published-view.js';

const article = { paper: 'Espos', publishedOn: '2024-12-18', title: 'Ekosistem Kelurahan' };
const LISTED: ListedPublished = {
  id: 'solo-coverage-target-2024',
  source: 'espos-2024-12-18',
  article,
  kind: 'target',
  region: '33.72',
  segment: null,
  measure: null,
  definition: null,
  targetKind: 'coverage',
  channel: null,
  asOf: null,
  from: '2024-01-01',
  through: '2024-12-31',
};
const BESIDE = {
  printedShare: null,
  ours: null,
  difference: null,
  recomputed: null,
  alongside: [],
  freshness: answerWith([]).freshness,
};
const TARGET: Published = {
  ...LISTED,
  ...BESIDE,
  printed: 0.5,
  reason: 'not-from-events',
  explanation: 'stated',
};
const MEMBERS = {
  kind: 'stock',
  measure: 'active-members',
  targetKind: null,
  asOf: '2022-09-30',
  from: null,
  through: null,
  reason: null,
  explanation: null,
};
const NATION: Published = {
  ...TARGET,
  ...MEMBERS,
  id: 'nation',
  region: 'ID',
  printed: 35_600_000,
  ours: 1_950,
  difference: -35_598_050,
};
const SOLO: Published = { ...NATION, id: 'solo', region: '33.72', ours: 35_600_000, difference: 0 };
const INFORMAL: Published = {
  ...NATION,
  id: 'informal',
  kind: 'denominator',
  definition: 'pekerja sektor informal',
  measure: null,
  printed: 80_000_000,
  printedShare: '75%',
  ours: null,
  difference: null,
  recomputed: '66,66%',
  reason: 'not-from-events',
};

const readOn = (figure: Published, isStory = true): string => {
  const { region, id } = figure;
  const name = region === 'ID' ? 'Indonesia' : 'Kota Surakarta';
  const answers = [
    known(askPublishedList, { items: [figure] }),
    known(askPublished(id), figure),
    known(askRegion(region), { code: region, name, ancestors: [] } as unknown as RegionInPlace),
  ];
  return renderToString(
    <VisitProvider value={visitOf(answers, { view: 'published', language: 'en' }, { isStory })}>
      <PublishedView />
    </VisitProvider>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};

describe('the view of published figures', () => {
  it('tells what a figure is, where and when, and which article prints it', () => {
    const text = readOn(TARGET);
    expect(text).toContain('Target: Coverage Kota Surakarta · 1 January 2024 to 31 December 2024');
    expect(text).toContain('Espos, 18 December 2024: “Ekosistem Kelurahan”');
    expect(text).not.toContain('espos-2024-12-18');
  });

  it('shows an aim of coverage as a percentage', () => expect(readOn(TARGET)).toContain(' 50% '));

  it('shows a printed share beside the one that follows from its numbers', () => {
    const text = readOn(INFORMAL);
    expect(text).toContain('People counted: pekerja sektor informal');
    expect(text).toContain('80,000,000 (75%)');
    expect(text).toContain('66.66%');
  });

  it('shows the difference', () => expect(readOn(NATION)).toContain('−35,598,050'));

  it('says of figures about more than Solo that the sample does not have these people, and only then', () => {
    const said = 'The sample holds Solo, and few people elsewhere.';
    expect(readOn(NATION)).toContain(said);
    expect(readOn(NATION, false)).not.toContain(said);
    expect(readOn(SOLO)).not.toContain(said);
    expect(readOn(INFORMAL)).not.toContain(said);
  });
});
