import type { DenominatorDetail } from '../../api/answers.js';
import { askDenominators } from '../../api/asks.js';
import { isInvented } from '../../model/invented.js';
import { liesIn } from '../../model/regions.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { Sourced } from '../../parts/sourced.js';
import { Table } from '../../parts/table.js';

const Line = ({ of }: { readonly of: DenominatorDetail }) => {
  const { shown } = useVisit();
  const { words, whole, day } = shown;
  const { definition, value, asOf, source, version, id, regions } = of;
  return (
    <tr>
      <th scope="row">
        <Sourced text={definition} sources={[definition]} /> <span class="note block">{id}</span>
      </th>
      <td>{regions.join(', ')}</td>
      <td>{whole(value)}</td>
      <td>{day(asOf)}</td>
      <td class="is-text">
        {source}
        {isInvented(of) && <strong class="note invented"> {words.inventedShort}</strong>}
      </td>
      <td>{whole(version)}</td>
    </tr>
  );
};

const Counts = ({ denominators }: { readonly denominators: readonly DenominatorDetail[] }) => {
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
    <Table caption={words.targets.denominators} columns={columns}>
      {denominators.map((denominator) => (
        <Line key={denominator.id} of={denominator} />
      ))}
    </Table>
  );
};

const Kept = ({ of }: { readonly of: readonly DenominatorDetail[] }) => {
  const { place, shown } = useVisit();
  const { targets } = shown.words;
  const codes = place.region.split(',');
  const own = of.filter(({ regions }) => regions.includes(place.region));
  const below = of.filter((one) => !own.includes(one) && one.regions.some((code) => liesIn(code, codes)));
  return (
    <>
      <Counts denominators={own} />
      {below.length > 0 && (
        <details>
          <summary>{targets.below(shown.whole(below.length))}</summary>
          <Counts denominators={below} />
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
      <WhenThere of={useAnswer(askDenominators)}>{({ body }) => <Kept of={body.items} />}</WhenThere>
    </section>
  );
};
