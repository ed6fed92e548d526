import { askBenefits, askFigure } from '../../api/asks.js';
import { yearBefore, yearUntil } from '../../model/periods.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { ViewHeading } from '../../parts/view-heading.js';
import { BenefitsTable } from './benefits-table.js';
import { Comparison } from './comparison.js';

const YEARS = 4;

const YearField = ({ year, last }: { readonly year: number; readonly last: number }) => {
  const { shown, go } = useVisit();
  const years = Array.from({ length: YEARS }, (_, index) => last - index);
  return (
    <form class="controls" aria-label={shown.words.controls} onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for="year">{shown.words.benefits.year}</label>
        <select
          id="year"
          value={String(year)}
          onChange={({ currentTarget }) => go({ year: Number(currentTarget.value) })}
        >
          {years.map((each) => (
            <option key={each} value={String(each)}>
              {each}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
};

const OfYear = ({ today }: { readonly today: string }) => {
  const { place } = useVisit();
  const last = Number(today.slice(0, 4));
  const year = place.year ?? last;
  const period = yearUntil(year, today);
  return (
    <>
      <YearField year={year} last={last} />
      <section class="panel is-narrow">
        <WhenThere of={useAnswer(askBenefits(place.region, period))}>
          {(answered) => <BenefitsTable of={answered} />}
        </WhenThere>
      </section>
      <Comparison period={period} before={yearBefore(year)} />
    </>
  );
};

/** What was paid to people of a region, by programme and year. */
export const BenefitsView = () => {
  const { place, shown } = useVisit();
  return (
    <WhenThere of={useAnswer(askFigure(place))}>
      {({ body: { rows, asOf } }) => (
        <>
          <ViewHeading title={shown.words.benefits.title} of={{ row: rows[0], asOf }} />
          <OfYear today={asOf} />
        </>
      )}
    </WhenThere>
  );
};
