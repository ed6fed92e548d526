import type { ComponentChildren } from 'preact';
import { useVisit } from '../page/visit.js';

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Its numbers open, and can be visited with the arrow keys. */
  readonly hasNumbers?: boolean;
  readonly id?: string;
  /** The lines. */
  readonly children: ComponentChildren;
}

/** A table that can be scrolled sideways where the page is narrow, by the keyboard, too. */
export const Table = ({ caption, columns, hasNumbers = false, id, children }: Props) => {
  const { words } = useVisit().shown;
  return (
    <div class="table-frame" tabIndex={0} role="group" aria-label={caption}>
      <table data-arrows={hasNumbers ? '' : undefined} id={id}>
        <caption class="visually-hidden">{hasNumbers ? `${caption}. ${words.arrows}` : caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
};
