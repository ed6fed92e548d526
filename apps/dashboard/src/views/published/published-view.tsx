import { askPublishedList } from '../../api/asks.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { Table } from '../../parts/table.js';
import { ViewHeading } from '../../parts/view-heading.js';
import { PublishedLine, WHICH } from './published-line.js';

/** What newspapers printed, beside what events say of the same day. */
export const PublishedView = () => {
  const { published } = useVisit().shown.words;
  return (
    <>
      <ViewHeading title={published.title} of={null} />
      <section class="panel" aria-label={published.title}>
        <p class="note">{published.note}</p>
        <WhenThere of={useAnswer(askPublishedList)}>
          {({ body }) => (
            <Table
              caption={published.title}
              columns={[published.figureAndArticle, ...WHICH.map((which) => published[which])]}
              hasNumbers
            >
              {body.items.map((figure, index) => (
                <PublishedLine key={figure.id} figure={figure} isFirst={index === 0} />
              ))}
            </Table>
          )}
        </WhenThere>
      </section>
    </>
  );
};
