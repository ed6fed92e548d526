import { Api } from './api/api.js';
import { forgetToken, takeToken } from './api/token.js';
import { addressOf, forThePublic, questionOf } from './model/question.js';
import { COUNTRY, SOLO } from './model/regions.js';
import { bodyOf, initialState, type PageState } from './model/state.js';
import { openingRegion, regionsOf } from './model/token-regions.js';
import { listenToVisitor } from './page/actions.js';
import { moveByArrow } from './page/arrows.js';
import { deedsWith } from './page/deeds.js';
import { closeOnBackdrop } from './page/dialog.js';
import { languageOf } from './page/language.js';
import { keepRendered } from './page/render.js';
import { Session } from './page/session.js';
import { Store } from './page/store.js';

const places = { location, history, storage: sessionStorage };
const token = takeToken(places);
const regions = regionsOf(token);
const usualRegion = openingRegion(regions);
const visit = {
  hasToken: token !== null,
  tokenExpired: new URLSearchParams(location.search).get('token') === 'expired',
};
const isPlaceAsked = new URLSearchParams(location.search).has('region');

/** The question of the address, as far as the visitor may ask it. */
const questionHere = () => {
  const asked = questionOf(location.search, usualRegion);
  return token === null ? forThePublic(asked) : asked;
};

const question = questionHere();
const store = new Store<PageState>(initialState(question, languageOf(location.search), visit));
const api = new Api((input, init) => fetch(input, init), token);
const dialog = document.querySelector<HTMLDialogElement>('#definition')!;

/** Without the token the page begins anew, as the public sees it. */
const leave = (because: string): void => {
  forgetToken(places);
  location.assign(`${addressOf(forThePublic(store.state.question))}${because}`);
};

const session = new Session({ api, store, regions, onTokenRefused: () => leave('&token=expired') });

/** Where Solo has nobody (another country's office, an empty stack) the country is shown. */
const openElsewhereIfEmpty = (): void => {
  const { state } = store;
  const persons = bodyOf(state.figure)?.rows[0]?.persons;
  const isAsOpened = !isPlaceAsked && state.question === question;
  if (isAsOpened && question.region === SOLO && persons === 0)
    void session.ask({ ...question, region: COUNTRY });
};

const deeds = deedsWith({ api, store, session, dialog, signOut: () => leave('') });
keepRendered(
  store,
  {
    root: document.querySelector<HTMLElement>('#page')!,
    said: document.querySelector<HTMLElement>('#said')!,
  },
  (region) => deeds.go(addressOf({ ...store.state.question, region })),
);
listenToVisitor(deeds);
closeOnBackdrop(dialog);
document.addEventListener('keydown', moveByArrow);
addEventListener('popstate', () => {
  const asked = questionHere();
  if (addressOf(asked) !== addressOf(store.state.question)) void session.ask(asked);
});
// A link with a new token was opened in this tab.
addEventListener('hashchange', () => {
  if (takeToken(places) !== token) location.reload();
});
void session.ask(question).then(openElsewhereIfEmpty);
