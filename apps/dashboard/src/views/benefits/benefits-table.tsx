import type { Benefits } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { benefitDefinition } from '../../explain/of-benefits.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';

const Programmes = ({ of }: { readonly of: Answered<Benefits> }) => {
  const { shown } = useVisit();
  const { rupiah, whole, code } = shown;
  return (
    <tbody>
      {of.body.rows.map((row, index) => (
        <tr key={row.part}>
          <th scope="row">{code(row.part ?? '')}</th>
          <td>
            <NumberButton
              text={rupiah(row.amount)}
              isTabStop={index === 0}
              define={() => benefitDefinition(of, row, shown)}
            />
          </td>
          <td>{whole(row.claims)}</td>
        </tr>
      ))}
    </tbody>
  );
};

/** The sums of a period by programme, with the warning where it cannot be held against others. */
export const BenefitsTable = ({ of }: { readonly of: Answered<Benefits> }) => {
  const { shown } = useVisit();
  const { words, rupiah, whole, day } = shown;
  const { benefits } = words;
  const { from, through, amount, claims, comparable } = of.body;
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
                <NumberButton
                  text={rupiah(amount)}
                  isTabStop={false}
                  define={() => benefitDefinition(of, of.body, shown)}
                />
              </td>
              <td>{whole(claims)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="note">{benefits.definition}</p>
    </>
  );
};
