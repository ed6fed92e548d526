import type { Rebuild } from '../../api/answers.js';
import { askRebuilds } from '../../api/operator-asks.js';
import {
  comparedDefinition,
  rebuildDefinition,
  type ComparedMetric,
  type RebuildMetric,
  type RebuildOf,
} from '../../explain/of-rebuild.js';
import { instantInJakarta } from '../../format/days.js';
import { duration } from '../../format/numbers.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';
import { WhenThere } from '../../parts/part.js';
import { Sentence } from '../../parts/sentence.js';
import { Table } from '../../parts/table.js';
import { LOOK_EVERY_MS } from './look-every.js';

const SECOND_MS = 1_000;

const Progress = (given: RebuildOf) => {
  const { shown } = useVisit();
  const { words, whole, language } = shown;
  const { rebuilds, unknown } = words;
  const { number, status, progress } = given.rebuild;
  const { read, total, messagesPerSecond, secondsLeft } = progress;
  const left = secondsLeft === null ? unknown : duration(secondsLeft * SECOND_MS, language);
  const opening = (metric: RebuildMetric, text: string) => ({
    text,
    define: () => rebuildDefinition(metric, given, shown),
  });
  return (
    <p>
      <progress
        aria-label={rebuilds.about(whole(number), rebuilds.statuses[status])}
        value={read}
        max={Math.max(total, 1)}
      />{' '}
      <Sentence
        say={rebuilds.read}
        numbers={[opening('read', whole(read)), opening('total', whole(total))]}
      />{' '}
      {status === 'loading' && (
        <Sentence
          say={rebuilds.pace}
          numbers={[opening('perSecond', whole(messagesPerSecond)), opening('left', left)]}
        />
      )}
    </p>
  );
};

type Compared = NonNullable<Rebuild['comparison']>['tables'][number];

const COMPARED = { old: 'oldRows', new: 'newRows', differing: 'differing' } as const;
const METRICS: readonly ComparedMetric[] = ['old', 'new', 'differing'];

const TableLine = ({
  isFirst,
  ...given
}: RebuildOf & { readonly table: Compared; readonly isFirst: boolean }) => {
  const { shown } = useVisit();
  return (
    <tr>
      <th scope="row">{given.table.table}</th>
      {METRICS.map((metric, index) => (
        <td key={metric}>
          <NumberButton
            text={shown.whole(given.table[COMPARED[metric]])}
            isTabStop={isFirst && index === 0}
            define={() => comparedDefinition(metric, given, shown)}
          />
        </td>
      ))}
    </tr>
  );
};

/** Table by table, what the old figures have and what the new ones have. */
const Comparison = (given: RebuildOf) => {
  const { words, whole, language } = useVisit().shown;
  const { rebuilds } = words;
  const { number, comparison } = given.rebuild;
  const { table, ...columns } = rebuilds.columns;
  if (comparison === null) return null;
  const said = comparison.same ? rebuilds.same : rebuilds.differs;
  return (
    <>
      <p class={comparison.same ? 'proof is-proven' : 'proof is-unproven'}>
        {said(instantInJakarta(comparison.comparedAt, language))}
      </p>
      <Table
        caption={rebuilds.comparison(whole(number))}
        columns={[table, ...METRICS.map((metric) => columns[metric])]}
        hasNumbers
      >
        {comparison.tables.map((each, index) => (
          <TableLine key={each.table} {...given} table={each} isFirst={index === 0} />
        ))}
      </Table>
    </>
  );
};

const One = (given: RebuildOf) => {
  const { words, whole, language } = useVisit().shown;
  const { rebuilds } = words;
  const { number, status, askedBy, askedAt, endedAt, trouble } = given.rebuild;
  return (
    <li>
      <h3>{rebuilds.about(whole(number), rebuilds.statuses[status])}</h3>
      <p class="note">
        {rebuilds.asked(askedBy, instantInJakarta(askedAt, language))}{' '}
        {endedAt !== null && rebuilds.ended(instantInJakarta(endedAt, language))}
      </p>
      <Progress {...given} />
      {trouble !== null && <p class="warning">{trouble}</p>}
      <Comparison {...given} />
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
        {(answered) =>
          answered.body.items.length === 0 ? (
            <p>{words.rebuilds.none}</p>
          ) : (
            <ul class="plain">
              {answered.body.items.map((rebuild) => (
                <One key={rebuild.id} of={answered} rebuild={rebuild} />
              ))}
            </ul>
          )
        }
      </WhenThere>
    </section>
  );
};
