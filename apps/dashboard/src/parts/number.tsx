import type { Coverage, Row } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Definition } from '../explain/definition.js';
import type { StatedTarget } from '../explain/inputs.js';
import type { Metric } from '../explain/numbered.js';
import { definitionOf } from '../explain/of-figure.js';
import { useVisit } from '../page/visit.js';

interface ButtonProps {
  readonly text: string;
  /** Asked for when it is opened. */
  readonly define: () => Definition;
  readonly class?: string;
  /** In tables only the first can be tabbed to; arrows go on from there. */
  readonly isTabStop?: boolean;
}

/** A number that opens its definition. */
export const NumberButton = ({ text, define, class: name = '', isTabStop = true }: ButtonProps) => {
  const { open } = useVisit();
  return (
    <button
      type="button"
      class={`number ${name}`}
      aria-haspopup="dialog"
      tabIndex={isTabStop ? undefined : -1}
      onClick={() => open({ text, definition: define() })}
    >
      {text}
    </button>
  );
};

interface FigureProps extends Omit<ButtonProps, 'define'> {
  readonly metric: Metric;
  readonly of: Answered<Coverage>;
  readonly row: Row | null;
  readonly target?: StatedTarget | null;
}

/** A number of a figure. */
export const FigureNumber = ({ metric, of, row, target = null, ...more }: FigureProps) => {
  const { shown } = useVisit();
  const { body: answer, address } = of;
  return (
    <NumberButton {...more} define={() => definitionOf({ metric, answer, row, address }, shown, target)} />
  );
};
