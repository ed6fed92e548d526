import type { ComponentChildren } from 'preact';
import { addressOf, type Place } from '../model/place.js';
import { useVisit } from '../page/visit.js';

/** A press that follows a link here, and opens no tab or menu beside. */
export const isPlainPress = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !(metaKey || ctrlKey || shiftKey || altKey);

interface Props {
  /** By what the place differs from the one shown. */
  readonly to: Partial<Place>;
  readonly class?: string;
  /** The address of that place, where somebody who draws many links has worked it out already. */
  readonly href?: string;
  readonly isCurrent?: boolean;
  readonly children: ComponentChildren;
}

/** A link to another place: it can be copied and opened beside like any other, and is followed without a reload. */
export const Go = ({ to, href, isCurrent = false, children, ...more }: Props) => {
  const { place, go } = useVisit();
  const press = (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      {...more}
      href={href ?? addressOf({ ...place, ...to })}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={press}
    >
      {children}
    </a>
  );
};
