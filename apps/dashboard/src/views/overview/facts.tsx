import type { ComponentChildren } from 'preact';
import type { Coverage, Row } from '../../api/answers.js';
import { askProgress } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import type { StatedTarget } from '../../explain/inputs.js';
import { progressDefinition } from '../../explain/of-progress.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { FigureNumber, NumberButton } from '../../parts/number.js';
import { Sentence } from '../../parts/sentence.js';
import { Sourced } from '../../parts/sourced.js';
import { projectionText } from '../../words/projection-text.js';
import { TargetSentence } from './target-sentence.js';

const Fact = ({
  label,
  note,
  children,
}: {
  label: ComponentChildren;
  note: ComponentChildren;
  children: ComponentChildren;
}) => (
  <div class="fact">
    <dt>{label}</dt>
    <dd>
      {children} {note !== null && <span class="note">{note}</span>}
    </dd>
  </div>
);

/** The day on which the target is reached at the pace of the last weeks, and the pace that would be needed. */
const Projected = ({ id, row }: { readonly id: string; readonly row: Row }) => {
  const { shown, place } = useVisit();
  const part = useAnswer(askProgress(id, place.asOf));
  if (part.kind !== 'there') return null;
  const { words, day } = shown;
  const { body } = part.answer;
  const { projectedBetween, needed, daysLeft } = body;
  if (needed === 0) return null;
  const { earliestOn, latestOn } = projectedBetween;
  const isOpen = daysLeft !== 0 && (earliestOn !== null || latestOn !== null);
  const denominators = row.denominator ? [row.denominator] : [];
  const define = () => progressDefinition('projectedOn', { of: part.answer, denominators }, shown);
  const range = [earliestOn, latestOn].map((on) => ({ text: on === null ? words.unknown : day(on), define }));
  return (
    <Fact
      label={words.progress.projected}
      note={isOpen ? <Sentence say={words.progress.between} numbers={range} /> : null}
    >
      <NumberButton class="is-text" text={projectionText(body, shown)} define={define} />
    </Fact>
  );
};

interface Props {
  readonly of: Answered<Coverage>;
  readonly row: Row;
  readonly target: StatedTarget | null;
}

/** Gap, what is needed for the target, and when it would be reached. */
export const Facts = ({ of, row, target: stated }: Props) => {
  const { shown, isAnalyst, place } = useVisit();
  const { words, whole } = shown;
  const { gap, target, denominator } = row;
  if (gap === null && target?.needed == null) return null;
  const stating = { of, row, target: stated };
  const definition = denominator?.definition ?? '';
  return (
    <dl class="facts">
      {gap !== null && (
        <Fact label={words.gap} note={<Sourced text={words.gapNote(definition)} sources={[definition]} />}>
          <FigureNumber metric="gap" text={whole(gap)} of={of} row={row} />
        </Fact>
      )}
      {target?.needed != null && (
        <Fact
          label={<TargetSentence {...stating} say={target.needed === 0 ? words.reached : words.needed} />}
          note={words.neededNote}
        >
          <FigureNumber metric="needed" text={whole(target.needed)} of={of} row={row} target={stated} />
        </Fact>
      )}
      {target && isAnalyst && place.knownOn === null && <Projected id={target.id} row={row} />}
    </dl>
  );
};
