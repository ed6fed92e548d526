import type { PageState } from '../model/state.js';
import { choice } from './choice.js';
import { html, type Html } from './html.js';
import type { Shown } from './shown.js';

interface DayField {
  readonly name: 'asOf' | 'knownOn';
  readonly label: string;
  readonly value: string | null;
  /** What an empty field stands for, as the button that empties it says. */
  readonly usual: string;
  readonly today: string | null;
}

const dayField = ({ name, label, value, usual, today }: DayField): Html => {
  const shownValue = value ?? (name === 'asOf' ? (today ?? '') : '');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <div class="field-row">
      <input
        type="date"
        id="${name}"
        name="${name}"
        value="${shownValue}"
        ${today ? html`max="${today}"` : ''}
      />
      ${
        value === null
          ? html`<span class="note">${usual}</span>`
          : html`<button type="button" class="link" data-clear="${name}">${usual}</button>`
      }
    </div>
  </div>`;
};

/** What can be asked: the measure, the day, the day of knowing. The public is shown the active of today alone. */
export const controls = ({ question, today, hasToken }: PageState, { words }: Shown): Html => {
  if (!hasToken) return html`<p class="controls note">${words.publicNote}</p>`;
  const { measure, asOf, knownOn } = question;
  return html`<form class="controls" aria-label="${words.controls}">
    ${choice({
      name: 'measure',
      label: words.measure,
      chosen: measure,
      choices: [
        { value: 'active', label: words.measures.active },
        { value: 'registered', label: words.measures.registered },
      ],
    })}
    ${dayField({ name: 'asOf', label: words.asOf, value: asOf, usual: words.today, today })}
    ${dayField({ name: 'knownOn', label: words.knownOn, value: knownOn, usual: words.everything, today })}
  </form>`;
};
