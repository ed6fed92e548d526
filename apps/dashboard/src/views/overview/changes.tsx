import type { Changes as Difference, Coverage } from '../../api/answers.js';
import { askChanges } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { changeDefinition, knownDefinition, type KnownMetric } from '../../explain/of-change.js';
import { signed } from '../../format/numbers.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Bar } from '../../parts/bar.js';
import { NumberButton } from '../../parts/number.js';
import { WhenThere } from '../../parts/part.js';
import { Sentence } from '../../parts/sentence.js';
import { Table } from '../../parts/table.js';

type Change = Difference['changes'][number];

const Line = ({ of, change, most }: { of: Answered<Difference>; change: Change; most: number }) => {
  const { shown } = useVisit();
  const { cause, persons } = change;
  return (
    <tr>
      <th scope="row">
        {shown.words.changes.causes[cause]}
        <Bar share={most === 0 ? 0 : Math.abs(persons) / most} isLoss={persons < 0} />
      </th>
      <td>
        <NumberButton
          text={signed(persons, shown.whole)}
          define={() => changeDefinition(of, change, shown)}
        />
      </td>
    </tr>
  );
};

/** How the figure differs between the two days of knowing. */
const Differing = ({ of }: { readonly of: Answered<Difference> }) => {
  const { shown } = useVisit();
  const { words, whole, day } = shown;
  const { before, after, difference, sinceKnownOn, asOf } = of.body;
  const number = (metric: KnownMetric, text: string) => ({
    text,
    define: () => knownDefinition(metric, of, shown),
  });
  return (
    <p>
      <Sentence
        say={(...numbers: [string, string, string]) =>
          words.changes.sentence(day(asOf), day(sinceKnownOn), ...numbers)
        }
        numbers={[
          number('before', whole(before)),
          number('after', whole(after)),
          number('difference', signed(difference, whole)),
        ]}
      />
    </p>
  );
};

const Explained = ({ of }: { readonly of: Answered<Difference> }) => {
  const { shown } = useVisit();
  const { words } = shown;
  const { changes } = of.body;
  const told = changes.filter(({ gained, lost }) => gained > 0 || lost > 0);
  const most = Math.max(0, ...told.map(({ persons }) => Math.abs(persons)));
  return (
    <>
      <Differing of={of} />
      {told.length > 0 && (
        <Table caption={words.changes.title} columns={[words.changes.cause, words.persons]}>
          {told.map((change) => (
            <Line key={change.cause} of={of} change={change} most={most} />
          ))}
        </Table>
      )}
    </>
  );
};

/** Why the figure as it was known then is not the one of now; only where another day of knowing was asked for. */
export const Changes = ({ figure }: { readonly figure: Answered<Coverage> }) => {
  const { place, shown, isAnalyst } = useVisit();
  const { asOf } = figure.body;
  const isAsked = place.knownOn !== null && isAnalyst;
  const part = useAnswer(isAsked ? askChanges(place, asOf, place.knownOn ?? asOf) : null);
  if (part.kind === 'absent') return null;
  return (
    <section class="panel is-narrow" aria-labelledby="changes-title">
      <header>
        <h2 id="changes-title">{shown.words.changes.title}</h2>
      </header>
      <WhenThere of={part}>{(answered) => <Explained of={answered} />}</WhenThere>
    </section>
  );
};
