import type { Ask } from '../api/asks.js';
import { clientWith } from '../api/client.js';
import { usualPlace, type Place } from '../model/place.js';
import { shownIn } from '../words/shown.js';
import { newQueries } from './answers.js';
import type { Visit } from './visit.js';

/** An answer that is there already. */
export const known = <Body>(ask: Ask<Body>, body: Body) => ({ key: ask.key, body });

const nobody = () => Promise.reject(new TypeError('there is no service'));

/** An analyst's visit to Solo where these answers are there, and no others come. */
export const visitOf = (
  answers: readonly ReturnType<typeof known>[],
  place: Partial<Place> = {},
  change: Partial<Visit> = {},
): Visit => {
  const there = { ...usualPlace('33.72', 'id'), ...place };
  const client = clientWith(null, { fetch: nobody, base: 'http://cakupan.test/' });
  const queries = newQueries();
  for (const { key, body } of answers)
    queries.setQueryData([...key], {
      body,
      address: 'http://cakupan.test/v1/coverage?region=33.72',
      sentAt: null,
    });
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
