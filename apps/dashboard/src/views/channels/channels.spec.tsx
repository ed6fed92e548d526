import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { Campaigns, Funnel } from '../../api/answers.js';
import { askFigure } from '../../api/asks.js';
import { askCampaigns, askFunnel } from '../../api/funnel-asks.js';
import { BANK, FUN_RUN } from '../../model/funnel.example.js';
import { usualPlace, type Place } from '../../model/place.js';
import { answerWith, SOLO_ROW } from '../../model/solo.example.js';
import { known, visitOf } from '../../page/visit.example.js';
import { VisitProvider } from '../../page/visit.js';
import { ChannelsView } from './channels-view.js';

const TODAY = '2024-12-17';
const RUN = { region: 'ID', channel: 'event', channelCode: 'RUN', funnelCut: 'campaign' } as const;
const CAMPAIGNS = {
  items: ['33.72', '31.71'].map((city) => ({
    id: `RUN-${city}`,
    regions: [city],
    channel: 'event',
    channelCode: 'RUN',
    from: '2015-11-14',
    through: '2015-12-13',
    reached: 8_000,
  })),
  next: null,
} as unknown as Campaigns;

const funnel = (change: Partial<Funnel> = {}): Funnel => ({
  region: '33.72',
  from: '2014-01-01',
  through: TODAY,
  asOf: TODAY,
  definition: 'memberships',
  ...BANK,
  rows: [],
  freshness: answerWith([]).freshness,
  ...change,
});

const markupOf = (place: Partial<Place>, body: Funnel): string => {
  const there = { ...usualPlace('33.72', 'en'), view: 'channels' as const, ...place };
  const answers = [
    known(askFigure(there), answerWith([SOLO_ROW])),
    known(askFunnel(there, TODAY), body),
    known(askCampaigns, CAMPAIGNS),
  ];
  return renderToString(
    <VisitProvider value={visitOf(answers, there)}>
      <ChannelsView />
    </VisitProvider>,
  );
};
const readOn = (place: Partial<Place>, body: Funnel) =>
  markupOf(place, body)
    .replace(/<\/?button[^>]*>/g, '') // a number stands in its sentence
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the view of channels', () => {
  const rows = [
    { part: 'bank', ...BANK },
    { part: 'event', ...FUN_RUN },
  ];

  it('says where the most lapse', () =>
    expect(readOn({}, funnel())).toContain(
      'Most lapse between “Active after 3 months” and “Active after 6 months”: the share falls by 40.00 percentage points.',
    ));

  it('puts first the part by which most signed up, each a link to what lies in it', () => {
    const markup = markupOf({}, funnel({ rows }));
    expect(markup).toMatch(/href="\?view=channels&amp;region=33\.72&amp;part=channel-code&amp;channel=event/);
    const names = [...markup.matchAll(/channel=(event|bank)&/g)].map(([, name]) => name);
    expect(names.slice(0, 2)).toEqual(['event', 'bank']);
  });

  it('shows people and memberships as they are, and shares of those who stayed', () => {
    const text = readOn({}, funnel({ rows: [{ part: 'bank', ...BANK }] }));
    expect(text).toContain('Bank – 100 90.00% 90.00% 50.00% – –');
  });

  it('tells what campaigns brought, where one is looked at', () => {
    const text = readOn(RUN, funnel({ ...FUN_RUN, region: 'ID' }));
    expect(text).toContain(
      'Of 16,000 people whom 2 campaigns reached, 2,200 signed up (13.75%): 1,100 a campaign on average. After 6 months 2 of 2,200 were still active.',
    );
    expect(readOn({}, funnel({ ...FUN_RUN }))).not.toContain('a campaign on average');
  });

  it('says on paper which memberships are followed, as the form is left out there', () =>
    expect(readOn({ funnelCut: 'month' }, funnel())).toContain(
      'By: Month · From: 1 January 2014 · Through: 17 December 2024',
    ));

  it('says that nobody came', () =>
    expect(readOn({}, funnel({ signedUp: 0 }))).toContain('Nobody signed up in that period.'));

  it('lists what is on record by channel', () =>
    expect(readOn({}, funnel())).toContain('RUN 14 November 2015 to 13 December 2015 2 16,000'));
});
