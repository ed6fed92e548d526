import type { Parked, RegionInPlace, Targets } from '../api/answers.js';
import {
  askBenefits,
  askChanges,
  askCut,
  askDenominators,
  askFigure,
  askGaps,
  askProgress,
  askProof,
  askPublished,
  askPublishedList,
  askReading,
  askRegion,
  askRegions,
  askTarget,
  askTargets,
  askTrend,
} from '../api/asks.js';
import { askCampaigns, askFunnel } from '../api/funnel-asks.js';
import { askParked, askRebuilds } from '../api/operator-asks.js';
import { PROOF, READING, REBUILD } from '../model/operations.example.js';
import type { Place } from '../model/place.js';
import { answerWith, plainRow, SOLO_ROW } from '../model/solo.example.js';
import { known } from '../page/visit.example.js';
import {
  BANJARSARI,
  BENEFITS,
  CAMPAIGNS,
  CHANGES,
  CUT,
  DENOMINATORS,
  FUNNEL,
  GAPS,
  PROGRESS,
  PUBLISHED,
  SERIES,
  TARGET,
  TODAY,
  YEAR,
} from './bodies.example.js';

const nameOf = (code: string, name: string) =>
  known(askRegion(code), { code, name, ancestors: [] } as unknown as RegionInPlace, `v1/regions/${code}`);

/** Everything that the views ask about Solo, each as the service gives it at its address. */
export const answersAt = (place: Place) => {
  const asOf = place.asOf ?? TODAY;
  return [
    known(askFigure(place), answerWith([SOLO_ROW], { asOf, knownOn: place.knownOn })),
    known(askRegions(place), answerWith([BANJARSARI, plainRow({ part: 'unmapped', persons: 12 })])),
    known(askCut(place), CUT, 'v1/coverage?region=33.72&by=segment'),
    known(askTrend(place, asOf), SERIES, `v1/coverage/series?region=33.72&through=${asOf}`),
    known(askChanges(place, asOf, place.knownOn ?? asOf), CHANGES, `v1/coverage/changes?asOf=${asOf}`),
    known(askGaps(place), GAPS, 'v1/gaps?region=33.72'),
    known(askFunnel(place, TODAY), FUNNEL, `v1/funnel?region=33.72&through=${TODAY}`),
    known(askCampaigns, CAMPAIGNS, 'v1/campaigns?limit=1000'),
    known(askBenefits('33.72', YEAR), BENEFITS, `v1/benefits?through=${TODAY}`),
    known(
      askBenefits('33.72', YEAR, { from: '2023-01-01', through: '2023-12-31' }),
      BENEFITS,
      `v1/benefits?through=${TODAY}&compareFrom=2023-01-01`,
    ),
    known(askTarget(TARGET.id), TARGET, `v1/targets/${TARGET.id}`),
    known(askTargets, { items: [TARGET], next: null } as Targets, 'v1/targets?limit=1000'),
    known(askProgress(TARGET.id, place.asOf), PROGRESS, `v1/targets/${TARGET.id}/progress`),
    known(askDenominators, DENOMINATORS, 'v1/denominators?limit=1000'),
    known(askPublishedList, { items: [PUBLISHED] }, 'v1/published'),
    known(askPublished(PUBLISHED.id), PUBLISHED, `v1/published/${PUBLISHED.id}`),
    known(askReading, READING, 'v1/freshness'),
    known(askProof, PROOF, 'v1/proof'),
    known(askRebuilds, { items: [REBUILD], next: null }, 'v1/rebuilds?limit=3'),
    known(askParked, { items: [], next: null } as Parked, 'v1/parked'),
    nameOf('33.72', 'Kota Surakarta'),
  ];
};
