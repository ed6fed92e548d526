import type { SortKey } from '../model/sorting.js';
import { nextOrder } from '../model/sorting.js';
import { useVisit } from '../page/visit.js';

interface Props {
  /** A column without a key cannot be sorted by. */
  readonly by: SortKey | null;
  readonly label: string;
}

/** The head of a column, which sorts the table when pressed. */
export const SortHeading = ({ by, label }: Props) => {
  const { place, shown, go } = useVisit();
  if (by === null) return <th scope="col">{label}</th>;
  const order = { key: place.sort, descending: !place.isAscending };
  const isSorted = place.sort === by;
  const sort = () => {
    const { key, descending } = nextOrder(order, by);
    go({ sort: key, isAscending: !descending });
  };
  return (
    <th scope="col" aria-sort={isSorted ? (order.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="sort" title={shown.words.sortBy(label)} onClick={sort}>
        {label}
        {isSorted && <span aria-hidden="true">{order.descending ? '↓' : '↑'}</span>}
      </button>
    </th>
  );
};
