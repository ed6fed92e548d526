import type { SortKey, SortOrder } from '../model/sorting.js';
import type { Words } from '../words/words.js';
import { html, type Html } from './html.js';

/** A column of a table; one without a key cannot be sorted by. */
export interface Column {
  readonly key: SortKey | null;
  readonly label: string;
}

const directionOf = ({ key }: Column, order: SortOrder) => {
  if (key !== order.key) return { name: 'none', arrow: null };
  return order.descending ? { name: 'descending', arrow: '↓' } : { name: 'ascending', arrow: '↑' };
};

/** The head of a column, which sorts the table when pressed. */
export const headingCell = (column: Column, order: SortOrder, words: Words): Html => {
  if (column.key === null) return html`<th scope="col">${column.label}</th>`;
  const { name, arrow } = directionOf(column, order);
  return html`<th scope="col" aria-sort="${name}">
    <button type="button" class="sort" data-sort="${column.key}" title="${words.sortBy(column.label)}">
      ${column.label}${arrow && html`<span aria-hidden="true">${arrow}</span>`}
    </button>
  </th>`;
};
