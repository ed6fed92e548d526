import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { Row } from '../../api/answers.js';
import { askFigure } from '../../api/asks.js';
import { usualPlace, type Place } from '../../model/place.js';
import { answerWith, SOLO_ROW } from '../../model/solo.example.js';
import { known, visitOf } from '../../page/visit.example.js';
import { VisitProvider } from '../../page/visit.js';
import { GapView } from './gap-view.js';

const SOLO = usualPlace('33.72', 'en');
const REGISTERED_ROW = { ...SOLO_ROW, persons: 110_000 };

const readOn = (change: Partial<Place>, row: Row = SOLO_ROW): string => {
  const place = { ...SOLO, view: 'gap' as const, ...change };
  const answers = [
    known(
      askFigure({ ...place, measure: 'active' }),
      answerWith([row], { asOf: place.asOf ?? '2024-12-17' }),
    ),
    known(
      askFigure({ ...place, measure: 'registered' }),
      answerWith([REGISTERED_ROW], { measure: 'registered' }),
    ),
  ];
  return renderToString(
    <VisitProvider value={visitOf(answers, place)}>
      <GapView />
    </VisitProvider>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};

describe('closing the gap', () => {
  it.each(['active', 'registered'] as const)(
    'says what the share takes in active persons, where %s ones are counted elsewhere',
    (measure) => {
      const text = readOn({ measure });
      expect(text).toContain('13,070 more persons, with contributions of Rp219,576,000');
      expect(text).not.toContain('3,582');
    },
  );

  it.each([
    ['2015-06-30', 'No bracket of contributions holds on that day yet'],
    ['2015-07-01', 'Contributions by payer'],
  ])('computes with the brackets of %s, or says that there are none', (asOf, text) =>
    expect(readOn({ asOf })).toContain(text),
  );

  it('says that nothing is known to divide by', () =>
    expect(readOn({}, { ...SOLO_ROW, denominator: null })).toContain('No denominator holds'));

  it('says on paper what was supposed, as the form is left out there', () =>
    expect(readOn({ aimPercent: 62.5, sponsored: 1_000, months: 2 })).toContain(
      'Coverage to reach (%): 62.5 · Of them sponsored (persons): 1,000 · Sponsored for (months): 2',
    ));
});
