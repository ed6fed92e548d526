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

/** What a tile shows, whatever the address that it leads to. */
interface Tile {
  readonly region: string;
  readonly color: string;
  readonly content: ComponentChild;
}

/** Stands for the code of a region in an address; codes need no escape. */
const ANY_REGION = 'any';

const STEPS = Array.from({ length: SHADE_STEPS }, (_, index) => index + 1);

const valuesOf = (shaded: readonly Shaded[]): readonly number[] =>
  shaded.flatMap(({ value }) => (value === null ? [] : [value]));

/** The tiles in the order of codes. */
const tilesOf = (shaded: readonly Shaded[], shade: Shade, shown: Shown): readonly Tile[] => {
  const stepOf = stepsAmong(valuesOf(shaded));
  return shaded
    .map(({ row: { region, name }, value }) => ({
      region: region ?? '',
      color: value === null ? 'is-unknown' : `is-step-${stepOf(value)}`,
      content: (
        <>
          <span class="tile-name">{name ?? region}</span>
          <span class="tile-value">
            {value === null ? shown.words.unknown : shadeText(value, shade, shown)}
          </span>
        </>
      ),
    }))
    .sort((a, b) => (a.region < b.region ? -1 : 1));
};

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
 * nobody needs to tell the colours apart. There may be nine hundred: they are worked out when figures change, not when the
 * place does, and one listener serves them all.
 */
export const TileMap = ({ shaded, title }: Props) => {
  const { place, shown, go } = useVisit();
  const { shade } = place;
  const tiles = useMemo(() => tilesOf(shaded, shade, shown), [shaded, shade, shown]);
  const [before, behind] = addressOf({ ...place, region: ANY_REGION }).split(`=${ANY_REGION}`);
  const follow = (event: MouseEvent) => {
    const region = (event.target as Element).closest<HTMLElement>('.tile')?.dataset['region'];
    if (region === undefined || !isPlainPress(event)) return;
    event.preventDefault();
    go({ region });
  };
  return (
    <div>
      <ul class="tiles" aria-label={shown.words.mapOf(title)} onClick={follow}>
        {tiles.map(({ region, color, content }) => (
          <li key={region}>
            <a class={`tile ${color}`} href={`${before}=${region}${behind}`} data-region={region}>
              {content}
            </a>
          </li>
        ))}
      </ul>
      <Legend shaded={shaded} shade={shade} />
    </div>
  );
};
