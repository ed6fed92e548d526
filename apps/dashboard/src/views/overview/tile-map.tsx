import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { addressOf, type Shade } from '../../model/place.js';
import { stepsAmong, type Shaded } from '../../model/shade.js';
import { useVisit } from '../../page/visit.js';
import { isPlainPress } from '../../parts/go.js';
import { shadeTextOrNone } from '../../words/shade-text.js';
import type { Shown } from '../../words/shown.js';

interface Props {
  readonly shaded: readonly Shaded[];
  /** The values among which the steps of the colours are told. */
  readonly among: readonly number[];
  readonly title: string;
}

/** The tiles in the order of codes. Each leads to its region; what else the visitor chose is added when one is taken. */
const tilesOf = (
  { shaded, among }: Omit<Props, 'title'>,
  shade: Shade,
  shown: Shown,
): readonly ComponentChild[] => {
  const stepOf = stepsAmong(among);
  return shaded
    .map(({ row: { region, name }, value }) => ({ region: region ?? '', name, value }))
    .sort((a, b) => (a.region < b.region ? -1 : 1))
    .map(({ region, name, value }) => (
      <li key={region}>
        <a
          class={`tile ${value === null ? 'is-unknown' : `is-step-${stepOf(value)}`}`}
          href={`?region=${region}`}
          data-region={region}
        >
          <span class="tile-name">{name ?? region}</span>
          <span class="tile-value">{shadeTextOrNone(value, shade, shown)}</span>
        </a>
      </li>
    ));
};

/** The tile that an event is about. */
const tileOf = (event: Event): HTMLAnchorElement | null =>
  (event.target as Element).closest<HTMLAnchorElement>('.tile');

/**
 * A tile for each region in the order of codes, for which neighbours mostly stand together; each says its value, so that
 * nobody needs to tell the colours apart. There may be nine hundred: they are made when figures change, not when the place
 * does. So a tile learns the whole address that it leads to when a pointer or the keyboard comes to it.
 */
export const TileMap = ({ shaded, among, title }: Props) => {
  const { place, shown, go } = useVisit();
  const { shade } = place;
  const tiles = useMemo(() => tilesOf({ shaded, among }, shade, shown), [shaded, among, shade, shown]);
  const address = (event: Event) => {
    const tile = tileOf(event);
    if (tile) tile.href = addressOf({ ...place, region: tile.dataset['region']! });
  };
  const follow = (event: MouseEvent) => {
    const region = tileOf(event)?.dataset['region'];
    if (region === undefined || !isPlainPress(event)) return;
    event.preventDefault();
    go({ region });
  };
  return (
    <ul
      class="tiles"
      aria-label={shown.words.mapOf(title)}
      onClick={follow}
      onPointerOver={address}
      onFocusIn={address}
    >
      {tiles}
    </ul>
  );
};
