import type { Ask } from '../api/asks.js';
import { clientWith } from '../api/client.js';
import { usualPlace, type Place } from '../model/place.js';
import { shownIn } from '../words/shown.js';
import { newQueries } from './answers.js';
import type { Visit } from './visit.js';

const BASE = 'http://cakupan.test/';

/** An answer that is there already, as the service gave it at a path. */
export const known = <Body>(ask: Ask<Body>, body: Body, path = 'v1/coverage?region=33.72') => ({
  key: ask.key,
  body,
  address: `${BASE}${path}`,
});

const nobody = () => Promise.reject(new TypeError('there is no service'));

/** An analyst's visit to Solo where these answers are there, and no others come. */
export const visitOf = (
  answers: readonly ReturnType<typeof known>[],
  place: Partial<Place> = {},
  change: Partial<Visit> = {},
): Visit => {
  const there = { ...usualPlace('33.72', 'id'), ...place };
  const client = clientWith(null, { fetch: nobody, base: BASE });
  const queries = newQueries();
  for (const { key, ...answer } of answers) queries.setQueryData([...key], { ...answer, sentAt: null });
  return {
    client,
    asPublic: client,
    queries,
    token: 'a.b.c',
    regions: ['ID'],
    roles: ['analyst'],
    isAnalyst: true,
    hasExpired: false,
    place: there,
    shown: shownIn(there.language),
    today: '2024-12-17',
    isStory: true,
    connection: 'live',
    go: () => undefined,
    open: () => undefined,
    leave: () => undefined,
    ...change,
  };
};
