import { CUTS } from '../api/coverage-answer.js';
import type { PageState } from '../model/state.js';
import { choice } from './choice.js';
import { cutTable } from './cut-table.js';
import { html, type Html } from './html.js';
import { whenThere } from './part-of-page.js';
import type { Shown } from './shown.js';

/** The figure cut by one property, with what is counted more than once. */
export const cut = (state: PageState, shown: Shown): Html => {
  const { words } = shown;
  const chosen = state.question.cut;
  const { kind } = state.cut;
  return html`<section
    class="panel is-narrow"
    aria-labelledby="cut-title"
    ${kind === 'absent' ? html`hidden` : ''}
  >
    <header>
      <h2 id="cut-title">${words.cutBy} ${words.cuts[chosen].toLowerCase()}</h2>
      ${kind === 'there' && html`<button type="button" class="link" data-csv="cut">${words.csv}</button>`}
    </header>
    ${choice({
      name: 'by',
      label: words.cutBy,
      isLabelHidden: true,
      chosen,
      choices: CUTS.map((value) => ({ value, label: words.cuts[value] })),
    })}
    <div class="table-frame">
      ${whenThere(state.cut, shown, (answer) => cutTable(answer, words.cuts[chosen], shown))}
    </div>
  </section>`;
};
