import type { Benefits } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { useVisit } from '../../page/visit.js';
import { BenefitNumber } from './benefit-number.js';

const Programmes = ({ of }: { readonly of: Answered<Benefits> }) => {
  const { shown } = useVisit();
  return (
    <tbody>
      {of.body.rows.map((row, index) => (
        <tr key={row.part}>
          <th scope="row">{shown.code(row.part ?? '')}</th>
          <td>
            <BenefitNumber metric="amount" of={of} sum={row} isTabStop={index === 0} />
          </td>
          <td>
            <BenefitNumber metric="claims" of={of} sum={row} isTabStop={false} />
          </td>
        </tr>
      ))}
    </tbody>
  );
};

/** The sums of a period by programme, with the warning where it cannot be held against others. */
export const BenefitsTable = ({ of }: { readonly of: Answered<Benefits> }) => {
  const { shown } = useVisit();
  const { words, day } = shown;
  const { benefits } = words;
  const { from, through, comparable } = of.body;
  return (
    <>
      <h2>{benefits.between(day(from), day(through))}</h2>
      {!comparable && (
        <p class="warning">
          <strong>{words.warnings.label}.</strong> {benefits.notComparable}
        </p>
      )}
      <div class="table-frame">
        <table data-arrows>
          <caption class="visually-hidden">
            {benefits.title}. {words.arrows}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.cuts.programme}</th>
              <th scope="col">{benefits.amount}</th>
              <th scope="col">{benefits.claims}</th>
            </tr>
          </thead>
          <Programmes of={of} />
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td>
                <BenefitNumber metric="amount" of={of} sum={of.body} isTabStop={false} />
              </td>
              <td>
                <BenefitNumber metric="claims" of={of} sum={of.body} isTabStop={false} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="note">{benefits.definition}</p>
    </>
  );
};
