import { addressOf } from '../model/question.js';
import type { PageState } from '../model/state.js';
import type { Language } from '../words/words.js';
import { html, type Html } from './html.js';
import { choice } from './choice.js';
import type { Shown } from './shown.js';

const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: 'id', label: 'ID' },
  { value: 'en', label: 'EN' },
];

/** The line above everything: name, how live the page is, language. */
export const top = ({ language, hasToken, connection }: PageState, { words }: Shown): Html => html`
  <p class="brand"><a href="./">${words.title}</a> <span>${words.subtitle}</span></p>
  <p class="status" data-connection="${hasToken ? connection : 'public'}">
    ${hasToken ? words.connection[connection] : words.publicView}
  </p>
  ${hasToken && html`<button type="button" class="link" data-sign-out>${words.signOut}</button>`}
  ${choice({ name: 'language', label: words.language, isLabelHidden: true, chosen: language, choices: LANGUAGES })}
`;

/** From the country down to the region shown. */
export const breadcrumb = ({ crumbs, figure, question }: PageState, { words }: Shown): Html => {
  const here = figure.kind === 'there' ? (figure.body.rows[0]?.name ?? question.region) : question.region;
  return html`<nav class="breadcrumb" aria-label="${words.place}">
    <ol>
      ${crumbs.map(
        ({ region, name, isOpen }) =>
          html`<li>
            ${isOpen ? html`<a href="${addressOf({ ...question, region })}" data-go>${name}</a>` : name}
          </li>`,
      )}
      <li aria-current="page">${here}</li>
    </ol>
  </nav>`;
};
