import { mayPass } from '../api/failure.js';
import type { Loaded } from '../model/state.js';
import { html, type Html } from './html.js';
import type { Shown } from './shown.js';

/** A part of the page with what it shows when it is there, and a sentence while it is not. */
export const whenThere = <Body>(
  part: Loaded<Body>,
  { words }: Shown,
  view: (body: Body) => Html,
): Html | null => {
  switch (part.kind) {
    case 'absent':
      return null;
    case 'waiting':
      return html`<p class="quiet">${words.loading}</p>`;
    case 'there':
      return view(part.body);
    case 'failed':
      return html`<p class="quiet">
        ${words.failures[part.failure]}
        ${mayPass(part.failure) && html`<button type="button" class="link" data-retry>${words.retry}</button>`}
      </p>`;
  }
};
