import type { DenominatorDetail, Denominators as Listed } from '../../api/answers.js';
import { askDenominators } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { denominatorDefinition } from '../../explain/of-references.js';
import { isInvented } from '../../model/invented.js';
import { liesIn } from '../../model/regions.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';
import { WhenThere } from '../../parts/part.js';
import { Sourced } from '../../parts/sourced.js';
import { Table } from '../../parts/table.js';

interface Props {
  readonly list: Answered<Listed>;
}

const Line = ({
  list,
  of,
  isFirst,
}: Props & { readonly of: DenominatorDetail; readonly isFirst: boolean }) => {
  const { shown } = useVisit();
  const { words, whole, day } = shown;
  const { definition, value, asOf, source, version, id, regions } = of;
  return (
    <tr>
      <th scope="row">
        <Sourced text={definition} sources={[definition]} /> <span class="note block is-name">{id}</span>
      </th>
      <td class="is-name">{regions.join(', ')}</td>
      <td>
        <NumberButton
          text={whole(value)}
          isTabStop={isFirst}
          define={() => denominatorDefinition(list, of, shown)}
        />
      </td>
      <td>{day(asOf)}</td>
      <td class="is-text">
        {source}
        {isInvented(of) && <strong class="note invented"> {words.inventedShort}</strong>}
      </td>
      <td class="is-name">{whole(version)}</td>
    </tr>
  );
};

const Counts = ({ list, denominators }: Props & { readonly denominators: readonly DenominatorDetail[] }) => {
  const { words } = useVisit().shown;
  const { definitions } = words;
  if (denominators.length === 0) return <p class="quiet">{words.targets.noDenominators}</p>;
  const columns = [
    words.denominator,
    words.region,
    words.persons,
    definitions.countedOn,
    definitions.source,
    definitions.version,
  ];
  return (
    <Table caption={words.targets.denominators} columns={columns} hasNumbers>
      {denominators.map((denominator, index) => (
        <Line key={denominator.id} list={list} of={denominator} isFirst={index === 0} />
      ))}
    </Table>
  );
};

const Kept = ({ list }: Props) => {
  const { place, shown } = useVisit();
  const { items: of } = list.body;
  const { targets } = shown.words;
  const codes = place.region.split(',');
  const own = of.filter(({ regions }) => regions.includes(place.region));
  const below = of.filter((one) => !own.includes(one) && one.regions.some((code) => liesIn(code, codes)));
  return (
    <>
      <Counts list={list} denominators={own} />
      {below.length > 0 && (
        <details>
          <summary>{targets.below(shown.whole(below.length))}</summary>
          <Counts list={list} denominators={below} />
        </details>
      )}
    </>
  );
};

/** The counts of people of a region, and of what lies in it, with sources and versions. */
export const Denominators = () => {
  const { targets } = useVisit().shown.words;
  return (
    <section class="panel" aria-labelledby="denominators-title">
      <header>
        <h2 id="denominators-title">{targets.denominators}</h2>
      </header>
      <WhenThere of={useAnswer(askDenominators)}>{(answered) => <Kept list={answered} />}</WhenThere>
    </section>
  );
};
