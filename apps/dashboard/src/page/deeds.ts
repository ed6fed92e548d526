import type { Api } from '../api/api.js';
import { addressOf, questionOf, type Question } from '../model/question.js';
import { nextOrder } from '../model/sorting.js';
import type { PageState } from '../model/state.js';
import { wordsIn, type Language } from '../words/words.js';
import type { Deeds } from './actions.js';
import { openDefinition } from './dialog.js';
import { downloadCsv } from './download.js';
import { rememberLanguage } from './language.js';
import type { Session } from './session.js';
import type { Store } from './store.js';

/** What the deeds work on. */
export interface Tools {
  readonly api: Api;
  readonly store: Store<PageState>;
  readonly session: Session;
  readonly dialog: HTMLDialogElement;
  readonly signOut: () => void;
}

const copy = async (pressed: HTMLElement, language: Language): Promise<void> => {
  await navigator.clipboard.writeText(pressed.dataset['copy'] ?? '');
  pressed.textContent = wordsIn(language).copied;
};

const askIn = ({ store, session }: Tools, question: Question): void => {
  const before = store.state.question;
  history.pushState(null, '', addressOf(question));
  const isCutAlone = addressOf({ ...question, cut: before.cut }) === addressOf(before);
  void (isCutAlone ? session.askCut(question) : session.ask(question));
};

const saveCsv = ({ api, store }: Tools, name: 'regions' | 'cut'): void => {
  const part = store.state[name];
  if (part.kind !== 'there') return;
  const { asOf, measure } = part.body;
  void downloadCsv(api, part.request, `cakupan-${store.state.question.region}-${name}-${measure}-${asOf}`);
};

/** Connects what a visitor does with what comes of it. */
export const deedsWith = (tools: Tools): Deeds => {
  const { store, session, dialog } = tools;
  return {
    ask: (change) => askIn(tools, { ...store.state.question, ...change }),
    go: (address) => {
      askIn(tools, questionOf(address, store.state.question.region));
      // The reader begins at the top of the new place.
      document.getElementById('place')?.focus();
      scrollTo({ top: 0 });
    },
    sort: (key) => store.change({ order: nextOrder(store.state.order, key) }),
    speak: (language) => {
      rememberLanguage(language);
      store.change({ language });
    },
    define: (pressed) => openDefinition(dialog, store.state, pressed),
    close: () => dialog.close(),
    copy: (pressed) => void copy(pressed, store.state.language),
    csv: (name) => saveCsv(tools, name),
    retry: () => void session.askAgain(),
    signOut: tools.signOut,
  };
};
