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
  return (
    <p class="legend note">
      {values.length > 0 && (
        <>
          <span>{shadeText(Math.min(...values), place.shade, shown)}</span>
          {STEPS.map((step) => (
            <span key={step} class={`swatch is-step-${step}`} />
          ))}
          <span>{shadeText(Math.max(...values), place.shade, shown)}</span>
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
