import { html, type Html } from './html.js';

/** A few choices of which one holds, as radio buttons side by side. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly chosen: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export const choice = ({ name, label, isLabelHidden = false, chosen, choices }: Choice): Html =>
  html`<fieldset class="choice">
    <legend class="${isLabelHidden ? 'visually-hidden' : ''}">${label}</legend>
    <div class="choice-options">
      ${choices.map(
        ({ value, label: text }) =>
          html`<label
            ><input
              type="radio"
              name="${name}"
              value="${value}"
              ${value === chosen ? html`checked` : ''}
            /><span>${text}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
