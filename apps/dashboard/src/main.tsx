import { render } from 'preact';
import { askFigure } from './api/asks.js';
import { clientWith } from './api/client.js';
import { forgetToken, takeToken } from './api/token.js';
import { isAnalyst } from './model/access.js';
import { addressOf, forThePublic, type Place } from './model/place.js';
import { claimsOf } from './model/token-claims.js';
import { placeFor } from './page/address.js';
import { askAhead, newQueries } from './page/answers.js';
import { App } from './page/app.js';
import { moveByArrow } from './page/arrows.js';
import type { Viewer } from './page/visit.js';

const places = { location, history, storage: sessionStorage };
const token = takeToken(places);
const surroundings = {
  fetch: (...given: Parameters<typeof fetch>) => fetch(...given),
  base: document.baseURI.replace(/[?#].*$/, ''),
};

const claims = claimsOf(token);
const viewer: Viewer = {
  ...claims,
  isAnalyst: isAnalyst(claims.roles),
  token,
  client: clientWith(token, surroundings),
  asPublic: clientWith(null, surroundings),
  queries: newQueries(),
  hasExpired: new URLSearchParams(location.search).get('token') === 'expired',
};

askAhead(viewer, askFigure(placeFor(viewer, location.search)));

const leave = (place: Place, hasExpired: boolean): void => {
  forgetToken(places);
  location.assign(
    `${addressOf({ ...forThePublic(place), view: 'overview' })}${hasExpired ? '&token=expired' : ''}`,
  );
};

document.addEventListener('keydown', moveByArrow);
// A link with a new token was opened in this tab.
addEventListener('hashchange', () => {
  if (takeToken(places) !== token) location.reload();
});
render(<App viewer={viewer} leave={leave} />, document.getElementById('page')!);
