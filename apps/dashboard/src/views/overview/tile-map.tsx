import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Row } from '../../api/answers.js';
import { addressOf, type Shade } from '../../model/place.js';
import { SHADE_STEPS, stepsAmong } from '../../model/shade.js';
import { useVisit } from '../../page/visit.js';
import { isPlainPress } from '../../parts/go.js';
import { shadeText } from '../../words/shade-text.js';
import type { Shown } from '../../words/shown.js';

/** A region with the value that its colour tells; null is not known. */
export interface Shaded {
  readonly row: Row;
  readonly value: number | null;
}

interface Props {
  readonly shaded: readonly Shaded[];
  readonly title: string;
}

const STEPS = Array.from({ length: SHADE_STEPS }, (_, index) => index + 1);

const valuesOf = (shaded: readonly Shaded[]): readonly number[] =>
  shaded.flatMap(({ value }) => (value === null ? [] : [value]));

/** The tiles in the order of codes. Each leads to its region; what else the visitor chose is added when one is taken. */
const tilesOf = (shaded: readonly Shaded[], shade: Shade, shown: Shown): readonly ComponentChild[] => {
  const stepOf = stepsAmong(valuesOf(shaded));
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
          <span class="tile-value">
            {value === null ? shown.words.unknown : shadeText(value, shade, shown)}
          </span>
        </a>
      </li>
    ));
};

/** The tile that an event is about. */
const tileOf = (event: Event): HTMLAnchorElement | null =>
  (event.target as Element).closest<HTMLAnchorElement>('.tile');

const Legend = ({ shaded, shade }: { readonly shaded: readonly Shaded[]; readonly shade: Shade }) => {
  const { shown } = useVisit();
  const values = valuesOf(shaded);
  if (values.length === 0) return null;
  return (
    <p class="legend note">
      {shadeText(Math.min(...values), shade, shown)}
      {STEPS.map((step) => (
        <span key={step} class={`swatch is-step-${step}`} />
      ))}
      {shadeText(Math.max(...values), shade, shown)}
    </p>
  );
};

/**
 * A tile for each region in the order of codes, for which neighbours mostly stand together; each says its value, so that
 * nobody needs to tell the colours apart. There may be nine hundred: they are made when figures change, not when the place
 * does. So a tile learns the whole address that it leads to when a pointer or the keyboard comes to it.
 */
export const TileMap = ({ shaded, title }: Props) => {
  const { place, shown, go } = useVisit();
  const { shade } = place;
  const tiles = useMemo(() => tilesOf(shaded, shade, shown), [shaded, shade, shown]);
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
    <div>
      <ul
        class="tiles"
        aria-label={shown.words.mapOf(title)}
        onClick={follow}
        onPointerOver={address}
        onFocusIn={address}
      >
        {tiles}
      </ul>
      <Legend shaded={shaded} shade={shade} />
    </div>
  );
};
