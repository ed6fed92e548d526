import type { PageState } from '../model/state.js';
import { definition } from '../views/definition.js';
import { definitionOf } from '../views/definition-of.js';
import { referenceOf } from '../views/number.js';
import { wordsIn } from '../words/words.js';

/** Opens the dialog about a number, with the value as it stood when it was pressed. */
export const openDefinition = (dialog: HTMLDialogElement, state: PageState, pressed: HTMLElement): void => {
  const reference = referenceOf(pressed.dataset['define'] ?? '');
  const found = reference && definitionOf(state, reference);
  if (found === null) return;
  const address = new URL(found.request, document.baseURI).href;
  const text = pressed.textContent.trim();
  dialog.innerHTML = definition(found, text, address, wordsIn(state.language)).text;
  dialog.showModal();
};

/** Closes on a press beside the dialog, too. */
export const closeOnBackdrop = (dialog: HTMLDialogElement): void =>
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
