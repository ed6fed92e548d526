import type { Row } from '../../api/answers.js';
import { addressOf, type Shade } from '../../model/place.js';
import { SHADE_STEPS, stepsAmong } from '../../model/shade.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { shadeText } from '../../words/shade-text.js';

/** A region with the value that its colour tells; null is not known. */
export interface Shaded {
  readonly row: Row;
  readonly value: number | null;
}

interface Props {
  readonly shaded: readonly Shaded[];
  readonly title: string;
}

/** Stands for the code of a region in an address; codes need no escape. */
const ANY_REGION = 'any';

const STEPS = Array.from({ length: SHADE_STEPS }, (_, index) => index + 1);

const Legend = ({ values, shade }: { readonly values: readonly number[]; readonly shade: Shade }) => {
  const { shown } = useVisit();
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
 * nobody needs to tell the colours apart.
 */
export const TileMap = ({ shaded, title }: Props) => {
  const { place, shown } = useVisit();
  const { shade } = place;
  const values = shaded.flatMap(({ value }) => (value === null ? [] : [value]));
  const stepOf = stepsAmong(values);
  const address = addressOf({ ...place, region: ANY_REGION });
  const tiles = shaded.toSorted((a, b) => (a.row.region ?? '').localeCompare(b.row.region ?? ''));
  return (
    <div>
      <ul class="tiles" aria-label={shown.words.mapOf(title)}>
        {tiles.map(({ row, value }) => (
          <li key={row.region}>
            <Go
              to={{ region: row.region ?? place.region }}
              href={address.replace(`=${ANY_REGION}`, `=${row.region ?? place.region}`)}
              class={`tile ${value === null ? 'is-unknown' : `is-step-${stepOf(value)}`}`}
            >
              <span class="tile-name">{row.name ?? row.region}</span>
              <span class="tile-value">
                {value === null ? shown.words.unknown : shadeText(value, shade, shown)}
              </span>
            </Go>
          </li>
        ))}
      </ul>
      <Legend values={values} shade={shade} />
    </div>
  );
};
