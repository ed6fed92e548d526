import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addressOf,
  CUTS,
  FORMS,
  FUNNEL_CUTS,
  forThePublic,
  MEASURES,
  placeOf,
  RANKINGS,
  SHADES,
  usualPlace,
  VIEWS,
} from './place.js';
import { parametersOf } from './parameters.js';
import { SORT_KEYS } from './sorting.js';
import { SEGMENTS } from './vocabulary.js';

const USUAL = usualPlace('33.72', 'id');
const EVERYTHING =
  '?view=gap&region=33.72.05&asOf=2024-11-30&knownOn=2024-12-01&measure=registered&by=payer&form=map&shade=gap' +
  '&sort=name&order=ascending&rank=pace&aim=62.5&months=2&sponsored=500&segment=BPU&part=campaign&channel=event&code=EVENT-1&campaign=RUN-1&from=2015-11-14&through=2015-12-13&year=2023&lang=en';

describe('a place', () => {
  it('is the usual one where the address says nothing', () => expect(placeOf('', USUAL)).toEqual(USUAL));

  it('is read whole from the address, and written as it was', () => {
    expect(placeOf(EVERYTHING, USUAL)).toEqual({
      view: 'gap',
      region: '33.72.05',
      asOf: '2024-11-30',
      knownOn: '2024-12-01',
      measure: 'registered',
      cut: 'payer',
      form: 'map',
      shade: 'gap',
      sort: 'name',
      isAscending: true,
      ranking: 'pace',
      aimPercent: 62.5,
      months: 2,
      sponsored: 500,
      segment: 'BPU',
      funnelCut: 'campaign',
      channel: 'event',
      channelCode: 'EVENT-1',
      campaign: 'RUN-1',
      from: '2015-11-14',
      through: '2015-12-13',
      year: 2023,
      language: 'en',
    });
    expect(addressOf(placeOf(EVERYTHING, USUAL))).toBe(EVERYTHING);
  });

  it.each([
    '?view=all&region=&asOf=yesterday&knownOn=2024-1-1&measure=all&by=colour&form=globe&shade=dark&sort=size',
    '?rank=luck&aim=0&months=0&sponsored=-1&year=24&lang=xx',
    '?part=luck&segment=all&channel=&code=&from=then&through=2015&aim=100.01&months=61&sponsored=1.5&year=next',
  ])('passes over what makes no sense: %s', (address) => expect(placeOf(address, USUAL)).toEqual(USUAL));

  it('takes both ends of what it counts', () => {
    expect(placeOf('?aim=0.01&months=1&sponsored=0', USUAL)).toMatchObject({ aimPercent: 0.01, months: 1 });
    expect(placeOf('?aim=100&months=60', USUAL)).toMatchObject({ aimPercent: 100, months: 60 });
  });

  it('is the active of today for the public', () => {
    const asked = placeOf(EVERYTHING, USUAL);
    const { asOf, knownOn, measure, region } = forThePublic(asked);
    expect({ asOf, knownOn, measure, region }).toEqual({
      asOf: null,
      knownOn: null,
      measure: 'active',
      region: '33.72.05',
    });
    expect(forThePublic({ ...USUAL, shade: 'pace' }).shade).toBe('coverage');
  });

  it('has an address without what is usual', () => {
    expect(addressOf(USUAL)).toBe('?region=33.72&lang=id');
    expect(addressOf({ ...USUAL, region: 'area:SOLO', measure: 'registered', cut: 'channel' })).toBe(
      '?region=area:SOLO&measure=registered&by=channel&lang=id',
    );
  });

  it('comes back from its address as it was, whatever is usual to the reader', () => {
    const day = fc.option(fc.constantFrom('2024-12-17', '2023-01-31'));
    const code = fc.option(fc.constantFrom('event', 'A&B', 'RUN-1'));
    const place = fc.record({
      view: fc.constantFrom(...VIEWS),
      region: fc.constantFrom('ID', '33', '33.72', 'area:SOLO', '33.12,33.72'),
      asOf: day,
      knownOn: day,
      measure: fc.constantFrom(...MEASURES),
      cut: fc.constantFrom(...CUTS),
      form: fc.constantFrom(...FORMS),
      shade: fc.constantFrom(...SHADES),
      sort: fc.constantFrom(...SORT_KEYS),
      isAscending: fc.boolean(),
      ranking: fc.constantFrom(...RANKINGS),
      aimPercent: fc.option(fc.constantFrom(50, 62.5, 0.01)),
      months: fc.integer({ min: 1, max: 60 }),
      sponsored: fc.integer({ min: 0, max: 1_000_000 }),
      segment: fc.option(fc.constantFrom(...SEGMENTS)),
      funnelCut: fc.constantFrom(...FUNNEL_CUTS),
      channel: code,
      channelCode: code,
      campaign: code,
      from: day,
      through: day,
      year: fc.option(fc.constantFrom(2023, 2024)),
      language: fc.constantFrom('id' as const, 'en' as const),
    });
    fc.assert(
      fc.property(place, (there) => expect(placeOf(addressOf(there), usualPlace('ID', 'en'))).toEqual(there)),
    );
  });
});

describe('parameters', () => {
  it('leave out what is null and escape the rest', () =>
    expect(parametersOf({ region: 'a&b', asOf: null, by: 'x y' })).toBe('region=a%26b&by=x%20y'));
});
