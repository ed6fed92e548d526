import { describe, expect, it } from '@jest/globals';
import { options, type ComponentProps, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { hasCsv, type Definition } from '../explain/definition.js';
import { usualPlace, type Place, type View } from '../model/place.js';
import { visitOf } from '../page/visit.example.js';
import { VisitProvider } from '../page/visit.js';
import { DefinitionDialog } from '../parts/definition-dialog.js';
import { NumberButton } from '../parts/number.js';
import type { Language } from '../words/language.js';
import { shownIn } from '../words/shown.js';
import { answersAt } from './all-views.example.js';
import { outsideOpeners } from './outside-openers.example.js';
import { COMPONENT_OF } from './views.js';

type Opening = ComponentProps<typeof NumberButton>;

/** Renders with what is asked there, and takes up every number that can be opened. */
const shownAt = (place: Place) => {
  const visit = visitOf(answersAt(place), place, { roles: ['analyst', 'operator'] });
  const numbers: Opening[] = [];
  const before = options.vnode;
  options.vnode = (vnode: VNode) => {
    if (vnode.type === NumberButton) numbers.push(vnode.props as unknown as Opening);
    before?.(vnode);
  };
  const View = COMPONENT_OF[place.view];
  try {
    const markup = renderToString(
      <VisitProvider value={visit}>
        <View />
      </VisitProvider>,
    );
    const opened = numbers
      .filter(({ text }) => /\d/.test(text)) // others say that a number is not known
      .map(({ text, define }) => ({ text, definition: define() }));
    return { markup, opened, visit };
  } finally {
    options.vnode = before;
  }
};

const pathOf = ({ address }: Definition): string | null =>
  address &&
  new URL(address).pathname.replace(/^(\/v1\/(?:targets|denominators|published|rebuilds)\/)[^/]+/, '$1{id}');

/** Where each view takes its numbers from; null is what no question gives. Each is opened at least once. */
const PATHS: Readonly<Record<View, readonly (string | null)[]>> = {
  overview: ['/v1/benefits', '/v1/coverage', '/v1/coverage/series', '/v1/targets/{id}/progress'],
  gap: ['/v1/coverage', '/v1/gaps', null],
  channels: ['/v1/campaigns', '/v1/funnel'],
  targets: ['/v1/denominators/{id}', '/v1/targets/{id}', '/v1/targets/{id}/progress'],
  benefits: ['/v1/benefits'],
  published: ['/v1/published/{id}'],
  operations: ['/v1/freshness', '/v1/proof', '/v1/rebuilds/{id}'],
};
/** What of these answers says itself how far it had heard, beside ours of a printed figure, and what is given as CSV. */
const HEARD = [
  '/v1/benefits',
  '/v1/coverage',
  '/v1/coverage/changes',
  '/v1/coverage/series',
  '/v1/freshness',
  '/v1/funnel',
  '/v1/gaps',
  '/v1/targets/{id}/progress',
];
const TABLES = ['/v1/coverage', '/v1/coverage/series', '/v1/gaps', '/v1/funnel', '/v1/benefits'];

/** Numbers that only these views have, in Indonesian: were one no longer shown, nothing would be proven of it. */
const SHOWN: Readonly<Record<View, readonly string[]>> = {
  overview: ['44,24%', '126.652', '13.070', '50%', '31.001', '43,47%', '1.656', 'Rp71.750.000.001'],
  gap: ['Rp10.000', 'Rp6.800', '12.070', '1.000', '8', '18.999', '7,25', '77,50%', '3.999'],
  channels: ['16.000', '16.001', '2.199', '13,75%', '90,40', '0,50%', '1'],
  targets: ['50%', '13.070', '34,49', '227.164', '50.000'],
  benefits: ['Rp60.000.000.007', '3.210', '4.321', 'Rp70.280.000.003', '4.123'],
  published: ['100.512 (44,24%)', '100.500', '−12', '44,23%'],
  operations: ['34', '402.048', '902', '7', '901', '3.003', '5.005', '404', '701', '702', '3'],
};

const CASES = (Object.keys(PATHS) as View[]).flatMap((view) =>
  (['id', 'en'] as const).map((language) => ({ view, language })),
);
const placeOf = (view: View, language: Language, more: Partial<Place> = {}): Place => ({
  ...usualPlace('33.72', language),
  view,
  sponsored: 1_000,
  ...(view === 'channels' && { channel: 'event' }),
  ...more,
});

describe.each(CASES)('every number of $view in $language', ({ view, language }) => {
  const place = placeOf(view, language);
  const { markup, opened, visit } = shownAt(place);
  const { words } = shownIn(language);

  it('stands in something that opens', () => expect(outsideOpeners(markup, language)).toEqual([]));

  it('is one of those that the answers hold', () => {
    if (language === 'id')
      expect(opened.map(({ text }) => text)).toEqual(expect.arrayContaining([...SHOWN[view]]));
    expect(new Set(opened.map(({ definition }) => pathOf(definition)))).toEqual(new Set(PATHS[view]));
  });

  it.each(opened.map(({ text, definition }) => ({ text, title: definition.title, definition })))(
    'says of $text ($title) what it is, what went in, and on what it rests',
    ({ definition }) => {
      const { title, meaning, inputs, standing } = definition;
      for (const said of [title, meaning, ...inputs.flat()]) expect(said).toMatch(/\S/);
      expect(inputs.length).toBeGreaterThan(0);
      const path = pathOf(definition);
      const isOurs = [words.published.ours, words.published.difference].includes(title);
      expect(standing.kind === 'heard').toBe(HEARD.includes(path!) || isOurs);
      expect(hasCsv(definition)).toBe(TABLES.includes(path!));
      const labels = inputs.map(([label]) => label);
      const isDivided =
        [words.coverage, words.gap, words.denominator].includes(title) &&
        !meaning.includes(words.definitions.unnamed);
      if (isDivided || labels.includes(words.denominator))
        expect(labels).toEqual(
          expect.arrayContaining([
            words.denominator,
            words.definitions.counts,
            words.definitions.source,
            words.definitions.id,
          ]),
        );
      const dialog = renderToString(
        <VisitProvider value={visit}>
          <DefinitionDialog opened={{ text: '0', definition }} onClose={() => undefined} />
        </VisitProvider>,
      );
      const headings = [...dialog.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, heading]) => heading);
      expect(headings).toEqual([
        ...(definition.calculation === null ? [] : [words.definitions.calculation]),
        words.definitions.inputs,
        standing.kind === 'heard' ? words.freshness : words.definitions.restsOn,
        ...(standing.kind === 'other' ? [] : [words.definitions.proof]),
        ...(path === null ? [] : [words.definitions.query]),
      ]);
      expect(dialog.includes(words.csv)).toBe(TABLES.includes(path!));
      expect(dialog.includes(`>${words.copy}<`)).toBe(path !== null);
    },
  );
});

it.each(['id', 'en'] as const)('numbers that are known later open, too, in %s', (language) => {
  const place = placeOf('overview', language, { asOf: '2024-11-30', knownOn: '2024-11-30' });
  const { markup, opened } = shownAt(place);
  expect(outsideOpeners(markup, language)).toEqual([]);
  const texts = opened.map(({ text }) => text.replace(/\D/g, ''));
  expect(texts).toEqual(expect.arrayContaining(['99001', '100002', '1001']));
  expect(opened.map(({ definition }) => pathOf(definition))).toContain('/v1/coverage/changes');
});

it('a number that stands in nothing that opens is found', () => {
  expect(outsideOpeners('<p>1.234 <button>5</button></p>', 'id')).toEqual(['1.234']);
  expect(outsideOpeners('<p>on 17 December 2024, 28 left</p>', 'en')).toEqual(['28']);
  expect(outsideOpeners('<table><tr><td>7</td><td class="is-name">7</td></tr></table>', 'en')).toEqual(['7']);
});
