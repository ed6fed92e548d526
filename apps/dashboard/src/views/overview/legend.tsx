import { SHADE_STEPS } from '../../model/shade.js';
import { useVisit } from '../../page/visit.js';
import { shadeText } from '../../words/shade-text.js';

const STEPS = Array.from({ length: SHADE_STEPS }, (_, index) => index + 1);

interface Props {
  /** What the colours tell. */
  readonly values: readonly number[];
  /** Some region without a value stands in a colour of its own, and does not say so itself. */
  readonly hasUnknown?: boolean;
}

/** The colours from the smallest value to the largest. */
export const Legend = ({ values, hasUnknown = false }: Props) => {
  const { place, shown } = useVisit();
  if (values.length === 0 && !hasUnknown) return null;
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) =>
    shadeText(value, place.shade, shown),
  );
  const range = values.length > 0 ? [`${least} – ${most}`] : [];
  const label = [...range, ...(hasUnknown ? [shown.words.outlines.unknown] : [])].join(', ');
  return (
    <p class="legend note" role="img" aria-label={label}>
      {values.length > 0 && (
        <>
          <span>{least}</span>
          {STEPS.map((step) => (
            <span key={step} class={`swatch is-step-${step}`} />
          ))}
          <span>{most}</span>
        </>
      )}
      {hasUnknown && (
        <>
          <span class="swatch is-unknown" />
          <span>{shown.words.outlines.unknown}</span>
        </>
      )}
    </p>
  );
};
