import type { ListedPublished, Published } from '../../api/answers.js';
import { askPublished } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import {
  articleText,
  besideText,
  daysText,
  figureText,
  missingText,
  publishedDefinition,
  type Which,
} from '../../explain/of-published.js';
import { isBeyondSample } from '../../model/invented.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';
import { Sourced } from '../../parts/sourced.js';
import { RegionNames } from '../targets/region-names.js';

/** The columns of numbers. */
export const WHICH: readonly Which[] = ['printed', 'ours', 'difference', 'recomputed'];

interface CellProps {
  readonly of: Answered<Published>;
  readonly which: Which;
  readonly isTabStop: boolean;
}

/** While the sample is shown: why ours is so far from a figure about more than Solo. */
const BeyondSample = ({ of: { region, reason } }: { readonly of: Published }) => {
  const { shown, isStory } = useVisit();
  if (!isStory || reason === 'not-from-events' || !isBeyondSample(region)) return null;
  return <span class="note block">{shown.words.published.beyondSample}</span>;
};

const Cell = ({ of, which, isTabStop }: CellProps) => {
  const { shown } = useVisit();
  const note = which === 'ours' && <BeyondSample of={of.body} />;
  if (of.body[which] === null)
    return (
      <td class="quiet is-text">
        {which === 'ours' ? missingText(of.body, shown) : shown.words.unknown}
        {note}
      </td>
    );
  return (
    <td class={which === 'ours' ? 'is-text' : undefined}>
      <NumberButton
        text={besideText(which, of.body, shown)}
        isTabStop={isTabStop}
        define={() => publishedDefinition(which, of, shown)}
      />
      {note}
    </td>
  );
};

/** What the figure is of, where, when, and where it stands. */
const Heading = ({ figure }: { readonly figure: ListedPublished }) => {
  const { shown } = useVisit();
  const days = daysText(figure, shown);
  return (
    <th scope="row">
      {figureText(figure, shown)}
      <span class="note block">
        <RegionNames codes={figure.region.split(',')} />
        {days && ` · ${days}`}
      </span>
      <span class="note block">
        <Sourced text={articleText(figure, shown)} sources={[`“${figure.article.title}”`]} />
      </span>
    </th>
  );
};

interface Props {
  readonly figure: ListedPublished;
  readonly isFirst: boolean;
}

/** A printed figure with ours beside it. */
export const PublishedLine = ({ figure, isFirst }: Props) => {
  const { words } = useVisit().shown;
  const part = useAnswer(askPublished(figure.id));
  return (
    <tr>
      <Heading figure={figure} />
      {part.kind === 'there' ? (
        WHICH.map((which, index) => (
          <Cell key={which} of={part.answer} which={which} isTabStop={isFirst && index === 0} />
        ))
      ) : (
        <td colSpan={WHICH.length}>
          {part.kind === 'failed' ? words.failures[part.failure] : words.loading}
        </td>
      )}
    </tr>
  );
};
