import type { Rebuild } from '../../api/answers.js';
import { askRebuilds } from '../../api/operator-asks.js';
import { instantInJakarta } from '../../format/days.js';
import { duration } from '../../format/numbers.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { Table } from '../../parts/table.js';
import { LOOK_EVERY_MS } from './look-every.js';

const SECOND_MS = 1_000;

const Progress = ({ of: { number, status, progress } }: { readonly of: Rebuild }) => {
  const { words, whole, language } = useVisit().shown;
  const { rebuilds, unknown } = words;
  const { read, total, messagesPerSecond, secondsLeft } = progress;
  const left = secondsLeft === null ? unknown : duration(secondsLeft * SECOND_MS, language);
  return (
    <p>
      <progress
        aria-label={rebuilds.about(whole(number), rebuilds.statuses[status])}
        value={read}
        max={Math.max(total, 1)}
      />{' '}
      {rebuilds.read(whole(read), whole(total))}{' '}
      {status === 'loading' && rebuilds.pace(whole(messagesPerSecond), left)}
    </p>
  );
};

/** Table by table, what the old figures have and what the new ones have. */
const Comparison = ({ of: { number, comparison } }: { readonly of: Rebuild }) => {
  const { words, whole, language } = useVisit().shown;
  const { rebuilds } = words;
  if (comparison === null) return null;
  const { table, old, new: now, differing } = rebuilds.columns;
  const said = comparison.same ? rebuilds.same : rebuilds.differs;
  return (
    <>
      <p class={comparison.same ? 'proof is-proven' : 'proof is-unproven'}>
        {said(instantInJakarta(comparison.comparedAt, language))}
      </p>
      <Table caption={rebuilds.comparison(whole(number))} columns={[table, old, now, differing]}>
        {comparison.tables.map((each) => (
          <tr key={each.table}>
            <th scope="row">{each.table}</th>
            <td>{whole(each.oldRows)}</td>
            <td>{whole(each.newRows)}</td>
            <td>{whole(each.differing)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
};

const One = ({ of }: { readonly of: Rebuild }) => {
  const { words, whole, language } = useVisit().shown;
  const { rebuilds } = words;
  const { number, status, askedBy, askedAt, endedAt, trouble } = of;
  return (
    <li>
      <h3>{rebuilds.about(whole(number), rebuilds.statuses[status])}</h3>
      <p class="note">
        {rebuilds.asked(askedBy, instantInJakarta(askedAt, language))}{' '}
        {endedAt !== null && rebuilds.ended(instantInJakarta(endedAt, language))}
      </p>
      <Progress of={of} />
      {trouble !== null && <p class="warning">{trouble}</p>}
      <Comparison of={of} />
    </li>
  );
};

/** The latest rebuilds of the figures: where each stands, how far it is, how it compares; for operators. */
export const Rebuilds = () => {
  const { words } = useVisit().shown;
  return (
    <section class="panel" aria-labelledby="rebuilds-title">
      <h2 id="rebuilds-title">{words.rebuilds.title}</h2>
      <WhenThere of={useAnswer(askRebuilds, { everyMs: LOOK_EVERY_MS })}>
        {({ body: { items } }) =>
          items.length === 0 ? (
            <p>{words.rebuilds.none}</p>
          ) : (
            <ul class="plain">
              {items.map((rebuild) => (
                <One key={rebuild.id} of={rebuild} />
              ))}
            </ul>
          )
        }
      </WhenThere>
    </section>
  );
};
