import { askPublished, askPublishedList } from '../../api/asks.js';
import type { Published } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { missingText, publishedDefinition, publishedText } from '../../explain/of-published.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';
import { WhenThere } from '../../parts/part.js';
import { Table } from '../../parts/table.js';
import { ViewHeading } from '../../parts/view-heading.js';

const WHICH = ['printed', 'ours', 'recomputed'] as const;

const Cell = ({
  of,
  which,
  isTabStop,
}: {
  of: Answered<Published>;
  which: (typeof WHICH)[number];
  isTabStop: boolean;
}) => {
  const { shown } = useVisit();
  const value = of.body[which] as string | number | null;
  if (value === null)
    return (
      <td class="quiet is-text">{which === 'ours' ? missingText(of.body, shown) : shown.words.unknown}</td>
    );
  return (
    <td>
      <NumberButton
        text={publishedText(value, of.body.kind, shown)}
        isTabStop={isTabStop}
        define={() => publishedDefinition(which, of, shown)}
      />
    </td>
  );
};

const Line = ({
  id,
  source,
  isFirst,
}: {
  readonly id: string;
  readonly source: string;
  readonly isFirst: boolean;
}) => {
  const { words } = useVisit().shown;
  const part = useAnswer(askPublished(id));
  return (
    <tr>
      <th scope="row">
        {id} <span class="note block">{source}</span>
      </th>
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

/** What newspapers printed, beside what events say of the same day. */
export const PublishedView = () => {
  const { shown } = useVisit();
  const { words } = shown;
  const { published } = words;
  return (
    <>
      <ViewHeading title={published.title} of={null} />
      <section class="panel" aria-label={published.title}>
        <p class="note">{published.note}</p>
        <WhenThere of={useAnswer(askPublishedList)}>
          {({ body }) => (
            <Table
              caption={published.title}
              columns={[published.article, ...WHICH.map((which) => published[which])]}
              hasNumbers
            >
              {body.items.map(({ id, source }, index) => (
                <Line key={id} id={id} source={source} isFirst={index === 0} />
              ))}
            </Table>
          )}
        </WhenThere>
      </section>
    </>
  );
};
