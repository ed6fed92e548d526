import type { Measure, Cut } from '../api/coverage-answer.js';
import type { Question } from '../model/question.js';
import type { SortKey } from '../model/sorting.js';
import type { Language } from '../words/words.js';

/** What a visitor can do on the page. */
export interface Deeds {
  /** Asks a question that differs by this from the one shown. */
  readonly ask: (change: Partial<Question>) => void;
  /** Follows a link of the page. */
  readonly go: (address: string) => void;
  readonly sort: (key: SortKey) => void;
  readonly speak: (language: Language) => void;
  readonly define: (pressed: HTMLElement) => void;
  readonly close: () => void;
  readonly copy: (pressed: HTMLElement) => void;
  readonly csv: (part: 'regions' | 'cut') => void;
  readonly retry: () => void;
  readonly signOut: () => void;
}

/** By the data attribute of what was pressed. */
const PRESSES: readonly (readonly [
  attribute: string,
  press: (deeds: Deeds, pressed: HTMLElement, value: string) => void,
])[] = [
  ['data-define', (deeds, pressed) => deeds.define(pressed)],
  ['data-sort', (deeds, _pressed, key) => deeds.sort(key as SortKey)],
  ['data-clear', (deeds, _pressed, name) => deeds.ask({ [name]: null })],
  ['data-copy', (deeds, pressed) => deeds.copy(pressed)],
  ['data-csv', (deeds, _pressed, part) => deeds.csv(part as 'regions' | 'cut')],
  ['data-close', (deeds) => deeds.close()],
  ['data-retry', (deeds) => deeds.retry()],
  ['data-sign-out', (deeds) => deeds.signOut()],
];

/** What a change of a field asks for, by the field's name. */
const CHANGES: Readonly<Record<string, (deeds: Deeds, value: string) => void>> = {
  measure: (deeds, value) => deeds.ask({ measure: value as Measure }),
  by: (deeds, value) => deeds.ask({ cut: value as Cut }),
  asOf: (deeds, value) => deeds.ask({ asOf: value || null }),
  knownOn: (deeds, value) => deeds.ask({ knownOn: value || null }),
  language: (deeds, value) => deeds.speak(value as Language),
};

const isPlainPress = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !(metaKey || ctrlKey || shiftKey || altKey);

const press = (event: MouseEvent, deeds: Deeds): void => {
  const pressed = (event.target as Element).closest<HTMLElement>('a[data-go], button');
  if (pressed === null) return;
  if (pressed instanceof HTMLAnchorElement) {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    return deeds.go(pressed.getAttribute('href')!);
  }
  const found = PRESSES.find(([attribute]) => pressed.hasAttribute(attribute));
  if (found) found[1](deeds, pressed, pressed.getAttribute(found[0])!);
};

/** Listens once, on the whole document: what is drawn again needs no listeners of its own. */
export const listenToVisitor = (deeds: Deeds): void => {
  document.addEventListener('click', (event) => press(event, deeds));
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.validity.valid)
      CHANGES[target.name]?.(deeds, target.value);
  });
  document.addEventListener('submit', (event) => event.preventDefault());
};
