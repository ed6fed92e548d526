import { expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { Progress, RegionInPlace, TargetDetail, Targets } from '../../api/answers.js';
import { askFigure, askProgress, askRegion, askTargets } from '../../api/asks.js';
import { usualPlace } from '../../model/place.js';
import { answerWith, SOLO_ROW } from '../../model/solo.example.js';
import { known, visitOf } from '../../page/visit.example.js';
import { VisitProvider } from '../../page/visit.js';
import { TargetsView } from './targets-view.js';

const PLACE = { ...usualPlace('33.72', 'en'), view: 'targets' as const };
const TARGET = {
  id: 'around-solo',
  version: 1,
  regions: ['33.72', '33.11'],
  kind: 'coverage',
  value: 0.5,
  publisher: 'BPJS',
  source: 'espos',
  segment: null,
  through: '2024-11-30',
} as unknown as TargetDetail;
const PROGRESS = {
  reached: 100_512,
  needed: 13_070,
  daysLeft: 0,
  neededPerDay: null,
  pacePerDay: 12.5,
  projectedOn: '2027-10-29',
} as unknown as Progress;

it('a target names its regions, and no day on which it will be reached once it has ended', () => {
  const answers = [
    known(askFigure(PLACE), answerWith([SOLO_ROW])),
    known(askTargets, { items: [TARGET], next: null } as Targets),
    known(askProgress(TARGET.id, null), PROGRESS),
    known(askRegion('33.72'), { name: 'Kota Surakarta' } as RegionInPlace),
  ];
  const text = renderToString(
    <VisitProvider value={visitOf(answers, PLACE)}>
      <TargetsView />
    </VisitProvider>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain('Kota Surakarta, 33.11');
  expect(text).toContain('No days left, not reached');
  expect(text).not.toContain('2027');
});
