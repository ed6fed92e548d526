import type { Benefits } from '../../api/answers.js';
import { askBenefits } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import type { Period } from '../../model/periods.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { BenefitNumber } from './benefit-number.js';

const Both = ({ of }: { readonly of: Answered<Benefits> }) => {
  const { shown } = useVisit();
  const { words, day } = shown;
  const { compared } = of.body;
  const periods = compared === null ? [of.body] : [of.body, compared];
  return (
    <div class="table-frame">
      <table>
        <caption class="visually-hidden">{words.benefits.equalDays}</caption>
        <thead>
          <tr>
            <th scope="col">{words.benefits.period}</th>
            <th scope="col">{words.benefits.amount}</th>
            <th scope="col">{words.benefits.claims}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map((sums) => (
            <tr key={sums.from}>
              <th scope="row">{words.benefits.between(day(sums.from), day(sums.through))}</th>
              <td>
                <BenefitNumber metric="amount" of={of} sum={sums} />
              </td>
              <td>
                <BenefitNumber metric="claims" of={of} sum={sums} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** A period beside the same days of the year before: both are cut to equally many days. */
export const Comparison = ({ period, before }: { readonly period: Period; readonly before: Period }) => {
  const { place, shown } = useVisit();
  return (
    <section class="panel is-narrow" aria-labelledby="comparison-title">
      <h2 id="comparison-title">{shown.words.benefits.equalDays}</h2>
      <WhenThere of={useAnswer(askBenefits(place.region, period, before))}>
        {(answered) => <Both of={answered} />}
      </WhenThere>
    </section>
  );
};
