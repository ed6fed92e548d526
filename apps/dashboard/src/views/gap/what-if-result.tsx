import type { Coverage, Row } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import {
  contributionDefinition,
  whatIfDefinition,
  type Supposed,
  type WhatIfMetric,
} from '../../explain/of-what-if.js';
import { decimal } from '../../format/numbers.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';
import { Printed } from '../../parts/printed.js';
import { Sentence } from '../../parts/sentence.js';
import { Table } from '../../parts/table.js';

interface Props extends Supposed {
  readonly of: Answered<Coverage>;
  readonly row: Row;
}
interface NumberProps {
  readonly metric: WhatIfMetric;
  readonly value: number;
  readonly persons: number;
}

const WhatIfNumber = ({ metric, value, ...more }: Props & NumberProps) => {
  const { shown, place } = useVisit();
  const isMoney = metric === 'monthly' || metric === 'total';
  const text = isMoney ? shown.rupiah(value) : shown.whole(value);
  const supposition = { ...more, months: place.months };
  return <NumberButton text={text} define={() => whatIfDefinition(metric, supposition, shown)} />;
};

const Payers = (props: Props) => {
  const { words } = useVisit().shown;
  const { gapView } = words;
  return (
    <Table caption={gapView.byPayer} columns={[gapView.payer, words.persons, gapView.monthly, gapView.total]}>
      {props.result.payers.map(({ payer, persons, monthlyRupiah, totalRupiah }) => (
        <tr key={payer}>
          <th scope="row">{gapView.payers[payer]}</th>
          <td>
            <WhatIfNumber {...props} metric={payer} value={persons} persons={persons} />
          </td>
          <td>
            <WhatIfNumber {...props} metric="monthly" value={monthlyRupiah} persons={persons} />
          </td>
          <td>
            {totalRupiah === null ? (
              words.unknown
            ) : (
              <WhatIfNumber {...props} metric="total" value={totalRupiah} persons={persons} />
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
};

/** What the result follows from, as the form says it. */
const Suppositions = ({ percent }: Pick<Props, 'percent'>) => {
  const { shown, place } = useVisit();
  const { words, whole, language } = shown;
  const { aim, sponsored, months } = words.gapView;
  return (
    <Printed
      choices={[
        [aim, decimal(percent, language)],
        [sponsored, whole(place.sponsored)],
        [months, whole(place.months)],
      ]}
    />
  );
};

/** With which contributions it is computed. */
const Basis = ({ contribution }: Pick<Props, 'contribution'>) => {
  const { shown } = useVisit();
  const { basis } = shown.words.gapView;
  const numbers = (['JKK', 'JKM'] as const).map((programme) => ({
    text: shown.rupiah(contribution[programme]),
    define: () => contributionDefinition(programme, contribution, shown),
  }));
  return (
    <p class="note">
      <Sentence say={(jkk, jkm) => basis(jkk, jkm, contribution.regulation)} numbers={numbers} />
    </p>
  );
};

/** `13.070 orang lagi, Rp219.576.000 sebulan`, by payer, with the warning on short sponsorship. */
export const WhatIfResult = (props: Props) => {
  const { gapView, warnings } = useVisit().shown.words;
  const { needed, monthlyRupiah, isTooShort } = props.result;
  return (
    <>
      <Suppositions percent={props.percent} />
      <p class="sentence" id="what-if">
        <WhatIfNumber {...props} metric="needed" value={needed} persons={needed} /> {gapView.people}{' '}
        <WhatIfNumber {...props} metric="monthly" value={monthlyRupiah} persons={needed} /> {gapView.aMonth}
      </p>
      <Payers {...props} />
      {isTooShort && (
        <p class="warning" role="status">
          <strong>{warnings.label}.</strong> {gapView.tooShort}
        </p>
      )}
      <Basis contribution={props.contribution} />
    </>
  );
};
