import type { Place } from '../model/place.js';
import { parametersOf } from '../model/parameters.js';
import type { Period } from '../model/periods.js';
import { firstOfMonth } from '../model/days.js';
import { COUNTRY, levelOf } from '../model/regions.js';
import { channelKindOf } from '../model/vocabulary.js';
import type {
  Benefits,
  Changes,
  Coverage,
  Denominators,
  Gaps,
  Progress,
  Proof,
  Published,
  PublishedList,
  Reading,
  RegionInPlace,
  RegionOutlines,
  Series,
  TargetDetail,
  Targets,
} from './answers.js';
import { answered, type Answered, type Client } from './client.js';

/** A question to the service; equal keys are the same question. */
export interface Ask<Body> {
  readonly key: readonly unknown[];
  readonly of: (client: Client, signal: AbortSignal) => Promise<Answered<Body>>;
}

/** As many as one page of a list may hold. */
export const LIST_MAX = 1000;

const codesOf = ({ region }: Place): string[] => region.split(',');
const daysOf = ({ asOf, knownOn }: Place) => ({
  ...(asOf !== null && { asOf }),
  ...(knownOn !== null && { knownOn }),
});
const whoseOf = ({ segment, channel }: Place) => {
  const kind = channelKindOf(channel);
  return { ...(segment !== null && { segment: [segment] }), ...(kind !== null && { channel: [kind] }) };
};

const asked = (place: Place) => ({ region: codesOf(place), measure: place.measure, ...daysOf(place) });

type CoverageQuery = ReturnType<typeof asked> & { readonly by?: 'region' | Place['cut'] };

const coverage = (query: CoverageQuery): Ask<Coverage> => ({
  key: ['coverage', query],
  of: async (client, signal) => answered(await client.GET('/v1/coverage', { params: { query }, signal })),
});

/** The one figure of a region. */
export const askFigure = (place: Place): Ask<Coverage> => coverage(asked(place));

/** One row for each region of the next level down. */
export const askRegions = (place: Place): Ask<Coverage> => coverage({ ...asked(place), by: 'region' });

/**
 * The regions below, ranked by the service: the kelurahan of a city or a regency, elsewhere the next level down. Always in
 * active persons; of the chosen segment and kind of channel alone.
 */
export const askGaps = (place: Place): Ask<Gaps> => {
  const levels = levelOf(place.region) === 'regency' ? 2 : 1;
  const days = daysOf(place);
  const query = { region: codesOf(place), ...days, ...whoseOf(place), rankedBy: place.ranking, levels };
  return {
    key: ['gaps', query],
    of: async (client, signal) => answered(await client.GET('/v1/gaps', { params: { query }, signal })),
  };
};

/** One row for each part of the chosen cut. */
export const askCut = (place: Place): Ask<Coverage> => coverage({ ...asked(place), by: place.cut });

/** The country's figure of today, for which everyone may ask. */
export const askToday: Ask<Coverage> = {
  ...coverage({ region: [COUNTRY], measure: 'active' }),
  key: ['today'], // the public is answered otherwise than somebody with a token
};

/** One point a month over the two years up to the figure's day. */
export const askTrend = ({ region, knownOn, measure }: Place, asOf: string): Ask<Series> => {
  const from = firstOfMonth(asOf, -23);
  const query = { region: region.split(','), from, through: asOf, step: 'month' as const, measure };
  const known = knownOn === null ? query : { ...query, knownOn };
  return {
    key: ['series', known],
    of: async (client, signal) =>
      answered(await client.GET('/v1/coverage/series', { params: { query: known }, signal })),
  };
};

/** Why the figure of the day differs between the day of knowing and now. */
export const askChanges = ({ region, measure }: Place, asOf: string, sinceKnownOn: string): Ask<Changes> => {
  const query = { region: region.split(','), measure, asOf, sinceKnownOn };
  return {
    key: ['changes', query],
    of: async (client, signal) =>
      answered(await client.GET('/v1/coverage/changes', { params: { query }, signal })),
  };
};

/** A region with those above it. */
export const askRegion = (code: string): Ask<RegionInPlace> => ({
  key: ['region', code],
  of: async (client, signal) =>
    answered(await client.GET('/v1/regions/{code}', { params: { path: { code } }, signal })),
});

/** What the children of a region look like on a map. */
export const askOutlines = (within: string): Ask<RegionOutlines> => ({
  key: ['outlines', within],
  of: async (client, signal) =>
    answered(await client.GET('/v1/region-outlines', { params: { query: { within } }, signal })),
});

export const askTarget = (id: string): Ask<TargetDetail> => ({
  key: ['target', id],
  of: async (client, signal) =>
    answered(await client.GET('/v1/targets/{id}', { params: { path: { id }, query: {} }, signal })),
});

export const askTargets: Ask<Targets> = {
  key: ['targets'],
  of: async (client, signal) =>
    answered(await client.GET('/v1/targets', { params: { query: { limit: LIST_MAX } }, signal })),
};

/** How far a target is on a day, today unless said. */
export const askProgress = (id: string, asOf: string | null): Ask<Progress> => ({
  key: ['progress', id, asOf],
  of: async (client, signal) => {
    const query = asOf === null ? {} : { asOf };
    const params = { path: { id }, query };
    return answered(await client.GET('/v1/targets/{id}/progress', { params, signal }));
  },
});

export const askDenominators: Ask<Denominators> = {
  key: ['denominators'],
  of: async (client, signal) =>
    answered(await client.GET('/v1/denominators', { params: { query: { limit: LIST_MAX } }, signal })),
};

/** What was paid within a period, by programme; with another period, both cut to equally many days. */
export const askBenefits = (
  region: string,
  period: Period,
  compared: Period | null = null,
): Ask<Benefits> => {
  const plain = { region: region.split(','), ...period, by: 'programme' as const };
  const query =
    compared === null ? plain : { ...plain, compareFrom: compared.from, compareThrough: compared.through };
  return {
    key: ['benefits', query],
    of: async (client, signal) => answered(await client.GET('/v1/benefits', { params: { query }, signal })),
  };
};

/** Which printed figures there are. */
export const askPublishedList: Ask<PublishedList> = {
  key: ['published'],
  of: async (client, signal) => answered(await client.GET('/v1/published', { signal })),
};

export const askPublished = (id: string): Ask<Published> => ({
  key: ['published', id],
  of: async (client, signal) =>
    answered(await client.GET('/v1/published/{id}', { params: { path: { id } }, signal })),
});

/** How far the topics are read. */
export const askReading: Ask<Reading> = {
  key: ['reading'],
  of: async (client, signal) => answered(await client.GET('/v1/freshness', { signal })),
};

export const askProof: Ask<Proof> = {
  key: ['proof'],
  of: async (client, signal) => answered(await client.GET('/v1/proof', { signal })),
};

/** The figure pushed whenever it changes; relative to the page. */
export const streamAddress = ({ region, asOf, knownOn, measure }: Place): string =>
  `v1/stream?${parametersOf({ region, asOf, knownOn, measure })}`;
