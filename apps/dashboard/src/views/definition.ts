import type { Definition } from './definition-of.js';
import { html, type Html } from './html.js';
import type { Words } from '../words/words.js';

/** The dialog about a number. `address` is the whole address of its question. */
export const definition = (
  { title, meaning, calculation, inputs }: Definition,
  value: string,
  address: string,
  words: Words,
): Html => html`
  <h2 id="definition-title" tabindex="-1" autofocus>${title}</h2>
  <p class="definition-value">${value}</p>
  <p>${meaning}</p>
  ${
    calculation &&
    html`<h3>${words.definitions.calculation}</h3>
      <p class="calculation">${calculation}</p>`
  }
  <h3>${words.definitions.inputs}</h3>
  <dl>
    ${inputs.map(
      ([label, text]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>
  <h3>${words.definitions.query}</h3>
  <p class="query"><code>GET ${address}</code></p>
  <p class="dialog-buttons">
    <button type="button" class="button" data-copy="${address}">${words.copy}</button>
    <button type="button" class="button is-main" data-close>${words.close}</button>
  </p>
`;
