import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { askFigure } from '../../api/asks.js';
import { usualPlace, type Place } from '../../model/place.js';
import { answerWith, SOLO_ROW } from '../../model/solo.example.js';
import { known, visitOf } from '../../page/visit.example.js';
import { VisitProvider } from '../../page/visit.js';
import { GapView } from './gap-view.js';

const SOLO = usualPlace('33.72', 'en');
const REGISTERED_ROW = { ...SOLO_ROW, persons: 110_000 };

const readOn = (change: Partial<Place>): string => {
  const place = { ...SOLO, view: 'gap' as const, ...change };
  const answers = [
    known(askFigure({ ...place, measure: 'active' }), answerWith([SOLO_ROW])),
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

  it('says on paper what was supposed, as the form is left out there', () =>
    expect(readOn({ aimPercent: 62.5, sponsored: 1_000, months: 2 })).toContain(
      'Coverage to reach (%): 62.5 · Of them sponsored (persons): 1,000 · Sponsored for (months): 2',
    ));
});
